//! Cost, revenue and return of one compute unit of one kind of chip.

use super::calendar::quarters;
use super::measures::payback_years;
use super::number::quarterly_factor;
use super::operations;
use super::rates::rates;
use super::summary::UnitEconomics;
use scenario::Scenario;

/// The quotient, if the divisor is positive and the quotient finite.
pub(crate) fn ratio(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole).filter(|ratio| ratio.is_finite())
}

/// The economics of one CU of merchant chips (`custom` 0) or custom chips (1) at today's prices, before tax.
pub(crate) fn unit_economics(scenario: &Scenario, custom: f64) -> UnitEconomics {
    let blend = |custom_value: f64| (1.0 - custom) + custom * custom_value;
    let chip_capex = scenario.chip_cost * blend(scenario.custom_cost / scenario.custom_performance);
    let gw = blend(scenario.custom_power / scenario.custom_performance);
    let shell_capex = gw * scenario.shell_cost;
    let capex = chip_capex + shell_capex;
    let used = scenario.utilisation_max * (1.0 - scenario.own_use);
    let list = scenario.price * (1.0 + scenario.platform_now) * used;
    let revenue = list * blend(1.0 - scenario.custom_discount);
    let running_cost = gw * operations::running_cost_per_gw(scenario);
    let partners = scenario.partner_share * scenario.platform_now / (1.0 + scenario.platform_now);
    let net = revenue * (1.0 - scenario.other_cost - partners);
    let ebitda = net - running_cost;
    let charges = chip_capex / scenario.chip_book_life + shell_capex / scenario.shell_life;
    let residual_value = shell_capex * (1.0 - scenario.chip_life / scenario.shell_life).max(0.0);
    let flows = flows(scenario, capex, net, running_cost, residual_value);
    let cumulative: Vec<f64> = flows
        .iter()
        .scan(0.0, |cash, flow| {
            *cash += flow;
            Some(*cash)
        })
        .collect();
    UnitEconomics {
        capex,
        chip_capex,
        shell_capex,
        gw,
        revenue,
        running_cost,
        ebitda,
        ebitda_margin: ratio(ebitda, revenue),
        ebit_margin: ratio(ebitda - charges, revenue),
        payback_years: payback_years(&cumulative),
        irr_pretax: rates(&flows, scenario.discount_rate).irr,
    }
}

/// The quarterly cash flows: capex in quarter 0, age a earns in quarter L + a, the residual value of the shell comes last.
fn flows(scenario: &Scenario, capex: f64, net: f64, running_cost: f64, residual_value: f64) -> Vec<f64> {
    let lead = scenario.lead_time as usize;
    let ages = quarters(scenario.chip_life).max(1);
    let mut flows = vec![0.0; lead + ages];
    let retention = quarterly_factor(1.0 - scenario.erosion);
    let price_step = quarterly_factor(1.0 + scenario.price_change);
    let mut retained = price_step.powi(lead as i32);
    for flow in flows.iter_mut().skip(lead) {
        *flow = (net * retained - running_cost) / 4.0;
        retained *= retention * price_step;
    }
    if let Some(first) = flows.first_mut() {
        *first -= capex;
    }
    if let Some(last) = flows.last_mut() {
        *last += residual_value;
    }
    flows
}
