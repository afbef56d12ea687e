//! Components that recur on the page, one per file.

pub(crate) mod icon;

mod badge;
mod button;
mod chart_interaction;
mod chart_table;
mod chart_view;
mod choice;
mod copy_button;
mod data_table;
mod draft_field;
mod event_markers;
mod field_notice;
mod glossary_text;
mod headline_slider;
mod menu;
mod notices;
mod number_field;
mod page_section;
mod sentence;
mod slider;
mod sonification;
mod step_keys;
mod strip;

pub(crate) use badge::{Badge, BadgeLegend, SourceBadge};
pub(crate) use button::{IconButton, ToggleButton, leaves};
pub(crate) use chart_interaction::{ChartActions, DragHandle};
pub(crate) use chart_view::{ChartView, figure_of};
pub(crate) use choice::{Checkbox, Radio, RadioGroup, Segments, Select};
pub(crate) use copy_button::CopyButton;
pub(crate) use data_table::{Cell, HeadRow, Line, TableRows};
pub(crate) use draft_field::{DraftField, FieldDraft};
pub(crate) use field_notice::FieldNotice;
pub(crate) use glossary_text::{GlossaryText, TermButton};
pub(crate) use headline_slider::HeadlineSlider;
pub(crate) use icon::{Icon, Logo};
pub(crate) use menu::{Menu, MenuItem};
pub(crate) use notices::Notices;
pub(crate) use number_field::{NumberDraft, NumberField, NumberFieldNotice, ResetButton};
pub(crate) use page_section::PageSection;
pub(crate) use sentence::Sentence;
pub(crate) use slider::{BaselineMark, Slider};
pub(crate) use sonification::Sonification;
pub(crate) use step_keys::steps_of_key;
pub(crate) use strip::{BreakEvenMark, HeadlineStrip, Strip};
