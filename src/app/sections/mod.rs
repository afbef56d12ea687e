//! Sections of the page, one file each.

pub(crate) mod charts;
pub(crate) mod compare;
pub(crate) mod working;

mod answer;
mod build_out;
mod changed_line;
mod figures;
mod growth_map;
mod monte_carlo;
mod sources;
mod tornado;
mod years;

pub(crate) use answer::{Answer, AnswerStatus, Caveat, EmbedAnswer, MarginOfSafetyLine, Question};
pub(crate) use build_out::BuildOut;
pub(crate) use changed_line::ChangedLine;
pub(crate) use compare::Compare;
pub(crate) use figures::Figures;
pub(crate) use growth_map::GrowthMap;
pub(crate) use monte_carlo::{MonteCarlo, SafetyChart};
pub(crate) use sources::{SourceNote, Sources};
pub(crate) use tornado::{TornadoSection, VarianceChart};
pub(crate) use working::Working;
pub(crate) use years::Years;
