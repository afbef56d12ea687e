//! Build-out: capex and depreciation, compute in service, returns, and one unit of compute.

use leptos::prelude::*;

use super::charts::ScenarioChart;
use crate::app::components::PageSection;
use crate::app::section::Section;
use crate::app::state::use_workbook;
use crate::chart;
use crate::words::sections::build_out_lead;

/// Section about the build-out.
#[component]
pub(crate) fn BuildOut() -> impl IntoView {
    let workbook = use_workbook();
    view! {
        <PageSection section=Section::BuildOut lead=move || workbook.scenario.with(build_out_lead).into()>
            <div class="pair">
                <ScenarioChart figure=chart::spend/>
                <ScenarioChart figure=chart::mix/>
                <ScenarioChart figure=chart::margin/>
                <ScenarioChart figure=|data| chart::unit(data.outcome)/>
                <ScenarioChart figure=chart::lives/>
            </div>
        </PageSection>
    }
}
