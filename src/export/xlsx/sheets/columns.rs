//! The columns of the Model worksheet: each equation of the model as formulas.

use crate::export::xlsx::layout::Column;
use crate::export::xlsx::layout::Rows::{All, Flow, Line, Market, Orders};

macro_rules! columns {
    ($($id:literal $equation:literal $unit:literal $rows:ident $first:literal $formula:expr;)*) => {
        /// The columns, from left to right.
        pub(super) static COLUMNS: &[Column] = &[$(Column {
            id: $id, equation: $equation, unit: $unit, rows: $rows, first: $first, formula: $formula,
        }),*];
    };
}

/// The factor of one event.
macro_rules! event_factor {
    ($kind:literal $number:literal) => {
        concat!(
            "(1+N(event_size_",
            $number,
            ")*(event_kind_",
            $number,
            "=\"",
            $kind,
            "\")*({t}>=event_from_",
            $number,
            ")*({t}<event_until_",
            $number,
            "))"
        )
    };
}

/// The factor of all events of a kind.
macro_rules! event_factors {
    ($kind:literal) => {
        concat!(
            event_factor!($kind "1"), "*", event_factor!($kind "2"), "*", event_factor!($kind "3"), "*",
            event_factor!($kind "4"), "*", event_factor!($kind "5"), "*", event_factor!($kind "6")
        )
    };
}

// Demand and price.
columns! {
    "growth" "E2" "per year" Market ""
        "IF(growth_shape=\"fade\",long_run_growth+(growth-long_run_growth)*0.5^(({t}-1)/4/growth_half_life),\
         IF(OR(growth_shape=\"constant\",growth<0),growth,\
         IF(market_size<=demand_today,0,growth*MAX(0,1-{base-1}/market_size)/(1-demand_today/market_size))))";
    "base" "E3" "$B/yr" Market "demand_today"
        "MIN({base-1}*(1+{growth})^(1/4),IF(growth_shape=\"saturating\",MAX(demand_today,market_size),1E+300))";
    "premium" "E4" "share" Market "platform_now"
        "platform_now+(platform_later-platform_now)*IF(platform_years<=0,1,MIN(1,{t}/(4*platform_years)))";
    "demand_plain" "E3" "$B/yr" Market "{base}" "{base}*(1+{premium})/(1+platform_now)";
    "price_plain" "E5" "$B/CU-yr" Market "price*(1+{premium})" "price*(1+price_change)^({t}/4)*(1+{premium})";
    "demand_factor" "E31" "ratio" Market "1" event_factors!("demand");
    "price_factor" "E31" "ratio" Market "1" event_factors!("price");
    "capacity_factor" "E31" "ratio" Market "1" event_factors!("capacity");
    "demand_year" "E3" "$B/yr" Market "{demand_plain}" "{demand_plain}*{demand_factor}";
    "price" "E5" "$B/CU-yr" Market "{price_plain}" "{price_plain}*{price_factor}";

    // The cohort that arrives in the row's quarter: when it was ordered, and at what mix and cost.
    "ordered" "t" "quarter" All "0" "{t}-lead_time";
    "share" "E6" "share" All "custom_now"
        "IF({ordered}<=0,custom_now,custom_now+(custom_share-custom_now)*IF(mix_years<=0,1,MIN(1,{ordered}/(4*mix_years))))";
    "cu_cost" "E7" "$B/CU" All ""
        "chip_cost*(1+chip_cost_change)^(MAX(0,{ordered})/4)*(1-{share}+{share}*custom_cost/custom_performance)";
    "cu_power" "E8" "GW/CU" All ""
        "(1+chip_power_change)^(MAX(0,{ordered})/4)*(1-{share}+{share}*custom_power/custom_performance)";
    "cu_earning" "E9" "ratio" All "" "1-{share}+{share}*(1-custom_discount)";

    // What stands on its arrival, and how much is ordered.
    "chips_before" "E10" "GW" Orders "" "SUMIFS({cohort_gw^},{t^},\">\"&({t}-chip_quarters))";
    "shells_before" "E10" "GW" Orders "" "SUMIFS({new_shell^},{t^},\">\"&({t}-shell_quarters))";
    "free_shell" "E10" "GW" Orders "" "{shells_before}-{chips_before}";
    "standing" "E11" "CU" Orders ""
        "SUMPRODUCT(({t^}>{t}-chip_quarters)*{cohort_earning^}*(1-erosion)^(({t}-{t^})/4))";
    "budget" "E10, E16" "$B" Orders ""
        "IF({ordered}<=0,prior_capex*ai_share/4*MIN(1,4/MAX(1,lead_time)),\
         IF({ordered}<=build_quarters,capex*IF(plan_years=0,(1+capex_growth)^INT(({ordered}-1)/4),\
         INDEX(capex_path,1+MIN(INT(({ordered}-1)/4),plan_years-1))\
         *(1+capex_growth)^MAX(0,INT(({ordered}-1)/4)+1-plan_years))*ai_share/4,0))";
    "price_seen" "E11" "$B/CU-yr" Orders ""
        "{price_plain}*IF({ordered}<=0,1,SUMIFS({price_factor*},{t*},{ordered}))*utilisation_max*(1-own_use)";
    "demand_seen" "E11" "$B/yr" Orders "" "{demand_plain}*IF({ordered}<=0,1,SUMIFS({demand_factor*},{t*},{ordered}))";
    "affordable" "E10" "CU" Orders ""
        "IF({budget}/{cu_cost}*{cu_power}<={free_shell},{budget}/{cu_cost},\
         MAX(0,({budget}+{free_shell}*shell_cost)/({cu_cost}+{cu_power}*shell_cost)))";
    "powered" "E10" "CU" Orders "" "MAX(0,({free_shell}+power_cap/4)/{cu_power})";
    "wanted" "E11" "CU" Orders ""
        "IF(AND({price_seen}>0,{cu_earning}>0),MAX(0,{demand_seen}/{price_seen}-{standing})/{cu_earning},0)";
    "retiring" "E12" "CU" Orders "" "SUMIFS({orders^},{t^},{t}-chip_quarters)";
    "orders" "E10 to E16" "CU" All "IF({t}>-opening_cohorts,opening_cu,0)"
        "IF({ordered}<=0,{affordable},IF({ordered}>quarters,0,IF({ordered}<=build_quarters,\
         MIN({affordable},{powered},IF({ordered}>commit_quarters,{wanted},{affordable})),\
         MIN(replacement*{retiring},{powered},{wanted}))))";
    "new_shell" "E13" "GW" All "{orders}*{cu_power}"
        "IF({ordered}>quarters,0,MIN(MAX(0,{orders}*{cu_power}-{free_shell}),\
         IF({ordered}<=0,1E+300,power_cap/4),\
         IF({ordered}<=build_quarters,MAX(0,{budget}-{orders}*{cu_cost})/shell_cost,1E+300)))";
    "cohort_gw" "E8" "GW" All "" "{orders}*{cu_power}";
    "cohort_earning" "E9" "CU" All "" "{orders}*{cu_earning}";
    "chips" "E7" "$B" All "" "{orders}*{cu_cost}";
    "shells" "E13" "$B" All "" "{new_shell}*shell_cost";

    // What is in service in the row's quarter.
    "effective" "E14" "CU" Flow ""
        "SUMPRODUCT(({t~}>{t}-chip_quarters)*{cohort_earning~}*(1-erosion)^(({t}-{t~})/4)\
         *(({t~}<=0)+({t~}>0)*(({t}-{t~}+1>=ramp_time)+({t}-{t~}+1<ramp_time)*({t}-{t~}+1)/MAX(1,ramp_time))))";
    "chip_gw" "E14" "GW" Flow "" "SUMIFS({cohort_gw~},{t~},\">\"&({t}-chip_quarters))";
    "shell_gw" "E14" "GW" Flow "" "SUMIFS({new_shell~},{t~},\">\"&({t}-shell_quarters))";
    "cu" "E14" "CU" Flow "" "SUMIFS({orders~},{t~},\">\"&({t}-chip_quarters))";
    "gw" "E19" "GW" Flow "" "MIN({chip_gw},{shell_gw})";
    "sellable" "E14, E17" "$B" Flow ""
        "{price}*(1-own_use)*{effective}*IF({shell_gw}<{chip_gw},{shell_gw}/{chip_gw},1)*{capacity_factor}/4";

    // Sales and cost.
    "demand" "E18" "$B" Flow "" "{demand_year}/4";
    "capacity" "E17" "$B" Flow "" "{sellable}*utilisation_max";
    "revenue" "E18" "$B" Flow "" "MIN({demand},{capacity})";
    "unmet" "E18" "$B" Flow "" "{demand}-{revenue}";
    "run_rate" "E18" "$B/yr" Flow "" "4*{revenue}";
    "utilisation" "E18" "share" Flow "" "IF({sellable}>0,MIN(utilisation_max,{revenue}/{sellable}),0)";
    "power_cost" "E19" "$B" Flow "" "{gw}*{capacity_factor}*load*pue*8.76*power_price/4";
    "site_cost" "E19" "$B" Flow "" "{gw}*site_cost/4";
    "other_cost" "E19" "$B" Flow "" "{revenue}*other_cost";
    "partner_cost" "E19" "$B" Flow "" "{revenue}*partner_share*{premium}/(1+{premium})";
    "ebitda" "E20" "$B" Flow "" "{revenue}-{power_cost}-{site_cost}-{other_cost}-{partner_cost}";

    // Capital.
    "depreciation" "E21" "$B" Flow ""
        "SUMIFS({chips~},{t~},\">\"&({t}-MIN(chip_quarters,book_quarters)))/book_quarters\
         +SUMIFS({shells~},{t~},\">\"&({t}-shell_quarters))/shell_quarters";
    "writeoff" "E22" "$B" Flow "" "SUMIFS({chips~},{t~},{t}-chip_quarters)*MAX(0,1-chip_quarters/book_quarters)";
    "ebit" "E24" "$B" Flow "" "{ebitda}-{depreciation}-{writeoff}";
    "nopat" "E24" "$B" Flow "" "{ebit}*(1-tax)";
    "capex_chips" "E13" "$B" Flow "" "SUMIFS({chips*},{t*},{t}+lead_time)";
    "capex_shell" "E13" "$B" Flow "" "SUMIFS({shells*},{t*},{t}+lead_time)";
    "capex" "E13" "$B" Flow "" "{capex_chips}+{capex_shell}";
    "capex_planned" "E10" "$B" Flow "" "SUMIFS({budget*},{t*},{t}+lead_time)";
    "custom_share" "E6" "share" Flow "" "SUMIFS({share*},{t*},{t}+lead_time)";
    "under_construction" "E27" "$B" Flow
        "SUMIFS({chips*},{t*},\">\"&{t},{t*},\"<=\"&({t}+lead_time))+SUMIFS({shells*},{t*},\">\"&{t},{t*},\"<=\"&({t}+lead_time))"
        "SUMIFS({chips*},{t*},\">\"&{t},{t*},\"<=\"&({t}+lead_time))+SUMIFS({shells*},{t*},\">\"&{t},{t*},\"<=\"&({t}+lead_time))";
    "net_assets" "E21, E22" "$B" Flow
        "SUMPRODUCT({chips~}*({t~}>{t}-chip_quarters)*({t~}>{t}+1-book_quarters)*(book_quarters-1-{t}+{t~}))/book_quarters\
         +SUMPRODUCT({shells~}*({t~}>{t}+1-shell_quarters)*(shell_quarters-1-{t}+{t~}))/shell_quarters+{under_construction}"
        "SUMPRODUCT({chips~}*({t~}>{t}-chip_quarters)*({t~}>{t}+1-book_quarters)*(book_quarters-1-{t}+{t~}))/book_quarters\
         +SUMPRODUCT({shells~}*({t~}>{t}+1-shell_quarters)*(shell_quarters-1-{t}+{t~}))/shell_quarters+{under_construction}";

    // Tax and cash.
    "new_charges" "E23" "$B" Flow ""
        "SUMIFS({chips~},{t~},\">\"&MAX(lead_time,{t}-MIN(chip_quarters,book_quarters)))/book_quarters\
         +IF({t}-chip_quarters>lead_time,{writeoff},0)";
    "tax_deduction" "E23" "$B" Flow ""
        "{depreciation}+{writeoff}+expensing*(IF({t}>lead_time,{chips},0)-{new_charges})";
    "losses_carried" "E25" "$B" Flow "0"
        "IF(group_relief=\"on\",0,{losses_carried-1}+MAX(0,{tax_deduction}-{ebitda})-MIN({losses_carried-1},MAX(0,{ebitda}-{tax_deduction})))";
    "tax" "E25" "$B" Flow ""
        "tax*IF(group_relief=\"on\",{ebitda}-{tax_deduction},\
         MAX(0,{ebitda}-{tax_deduction})-MIN({losses_carried-1},MAX(0,{ebitda}-{tax_deduction})))";
    "fcf" "E26" "$B" Flow "" "{ebitda}-{tax}-{capex}";
    "cumulative_cash" "E26" "$B" Flow "IF(count_opening=\"on\",-{net_assets},0)" "{cumulative_cash-1}+{fcf}";
    "discount_factor" "E28" "ratio" Line "1" "IF({t}>quarters,0,(1+discount_rate)^(-{t}/4))";
    "discounted_cash" "E28" "$B" Flow "{cumulative_cash}" "{discounted_cash-1}+{fcf}*{discount_factor}";

    // Debt.
    "debt" "E32" "$B" Flow "" "debt_share*MAX(0,-{cash_after_interest-1})";
    "interest" "E32" "$B" Flow "" "{debt}*debt_rate/4";
    "cash_after_interest" "E32" "$B" Flow "{cumulative_cash}"
        "{cash_after_interest-1}+{fcf}-{interest}*IF(group_relief=\"on\",1-tax,1)";

    // What the measures need.
    "after_interest_crossing" "E28" "years" Flow ""
        "IF(AND({cash_after_interest-1}<0,{cash_after_interest}>=0),\
         ({t}-1+{cash_after_interest-1}/({cash_after_interest-1}-{cash_after_interest}))/4,\"\")";
    "crossing" "E28" "years" Flow ""
        "IF(AND({cumulative_cash-1}<0,{cumulative_cash}>=0),({t}-1+{cumulative_cash-1}/({cumulative_cash-1}-{cumulative_cash}))/4,\"\")";
    "discounted_crossing" "E28" "years" Flow ""
        "IF(AND({discounted_cash-1}<0,{discounted_cash}>=0),({t}-1+{discounted_cash-1}/({discounted_cash-1}-{discounted_cash}))/4,\"\")";
    "flow_exact" "E28" "$B" Line "{cumulative_cash}" "IF({t}>quarters,0,{fcf}+IF({t}=quarters,terminal_value,0))";
    "flow" "E28" "$B" Line "IF(ABS({flow_exact})>1E-9,{flow_exact},0)" "IF(ABS({flow_exact})>1E-9,{flow_exact},0)";
    "sign" "E28" "sign" Line "IF(ABS({flow})>1E-9,SIGN({flow}),0)" "IF(ABS({flow})>1E-9,SIGN({flow}),{sign-1})";
    "change" "E28" "count" Line "0" "IF({sign}*{sign-1}=-1,1,0)";
    "limited" "E18" "quarters" Flow "" "IF({capacity}<{demand}*(1-1E-9),1,0)";
    "profit_in" "E29" "$B" Line "0" "IF({t}>quarters,0,{revenue}*(1-other_cost)-{partner_cost})";
    "cash_out" "E29" "$B" Line "0" "IF({t}>quarters,0,{power_cost}+{site_cost}+{capex})";
    "profit_out" "E29" "$B" Line "0" "IF({t}>quarters,0,{power_cost}+{site_cost}+{tax_deduction})";
}
