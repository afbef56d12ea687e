//! The worked results: every golden file.
use payback::model::Workspace;
use payback::scenario::{Scenario, json};
#[test]
fn quick() {
    for f in std::fs::read_dir("tests/golden").unwrap() {
        let p = f.unwrap().path();
        let t = std::fs::read_to_string(&p).unwrap();
        let v: serde_json::Value = serde_json::from_str(&t).unwrap();
        let r = json::read_text(&Scenario::default(), &t);
        assert_eq!(r.refusals, []);
        let mut w = Workspace::new();
        let m = w.run(&r.scenario);
        let s = &v["summary"];
        let g = |k: &str| s[k].as_f64();
        println!("{p:?}\n {m:?}");
        let close = |a: f64, b: Option<f64>| {
            let b = b.unwrap();
            assert!((a - b).abs() <= 1e-9 * b.abs().max(1.0), "{a} {b}");
        };
        close(m.npv, g("npv"));
        close(m.npv_without_terminal, g("npv_without_terminal"));
        close(m.terminal_value, g("terminal_value"));
        close(m.opening_capital, g("opening_capital"));
        close(m.unmet_total, g("unmet_total"));
        close(m.cash_end, g("cumulative_cash_end"));
        assert_eq!(m.payback_years.is_some(), g("payback_years").is_some());
    }
}
