//! What the page knows: one workbook signal, the memos that follow from it, and what is open on the screen.

use std::cell::{OnceCell, RefCell};
use std::sync::Arc;

use super::cases::{self, Sample};
use super::change::{Parts, change};
use super::opening::Opening;
use crate::analysis;
use crate::chart::Palette;
use crate::model::{Outcome, SearchTarget, Workspace};
use crate::platform::frame::PerFrame;
use crate::platform::reactive::{Memo, ReadSignal, RwSignal, StoredValue, effect, memo, signal};
use crate::platform::rest::AtRest;
use crate::platform::theme::{forced_palette, media, pixel_ratio};
use crate::scenario::link::{Link, Theme};
use crate::scenario::workbook::{Pin, Sheet, Workbook};
use crate::scenario::{Input, Origin, Scenario, Value};
use crate::words::answer::{Cases, Subject};
use crate::words::metrics::Metric;
use crate::words::text::Text;

/// A hand that has not moved for so many milliseconds rests.
pub const REST: u32 = 300;

/// Key presses that follow one another within so many milliseconds are one step.
const PRESSES: u32 = 800;

/// A value shared by pointer, so that a memo compares in no time.
#[derive(Debug)]
pub struct Shared<T>(Arc<T>);

impl<T> Shared<T> {
    /// Wraps a fresh value.
    pub fn new(value: T) -> Self {
        Self(Arc::new(value))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> std::ops::Deref for Shared<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

thread_local! {
    static WORKSPACE: RefCell<Workspace> = RefCell::new(Workspace::new());
}

/// Runs with the page's one workspace; a call inside a call gets a fresh one.
pub fn with_workspace<T>(work: impl FnOnce(&mut Workspace) -> T) -> T {
    WORKSPACE.with(|kept| match kept.try_borrow_mut() {
        Ok(mut workspace) => work(&mut workspace),
        Err(_) => work(&mut Workspace::new()),
    })
}

/// Something the page has to say.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// In words.
    pub words: Text,
    /// What can be done about it.
    pub offer: Option<Offer>,
}

impl Notice {
    /// Words alone.
    pub fn new(words: Text) -> Self {
        Self { words, offer: None }
    }
}

/// What can be done about a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Back to what was there before the link.
    Undo,
    /// Begin anew instead of where one left off.
    StartOver,
    /// Take along what was found damaged.
    Damaged,
}

/// What is open beside the page itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// Share: link, text, embed.
    Share,
    /// The steps so far.
    History,
    /// The keyboard's keys.
    Keys,
    /// What the model is.
    Model,
}

/// The page's state; there is one, for as long as the page is open.
#[derive(Clone, Copy)]
pub struct Store(&'static State);

impl std::ops::Deref for Store {
    type Target = State;
    fn deref(&self) -> &State {
        self.0
    }
}

/// A handful of signals.
pub struct State {
    /// Everything a person has set up.
    pub workbook: RwSignal<Workbook>,
    /// The present sheet's scenario.
    pub scenario: ReadSignal<Scenario>,
    /// What changes are shown against.
    pub baseline: ReadSignal<Scenario>,
    /// The scenarios kept for comparison.
    pub pins: ReadSignal<Vec<Pin>>,
    /// What the present scenario leads to.
    pub outcome: Memo<Shared<Outcome>>,
    /// What the baseline leads to.
    pub opened: Memo<Shared<Outcome>>,
    /// What the pinned scenarios lead to.
    pub pinned: Memo<Vec<Shared<Outcome>>>,
    /// The seed of the simulated cases.
    pub seed: ReadSignal<u32>,
    /// Where the present scenario comes from.
    pub origin: ReadSignal<Origin>,
    /// What the answer calls it.
    pub subject: ReadSignal<Subject>,
    /// Whether there are steps back and steps forward.
    pub steps: ReadSignal<(bool, bool)>,
    /// The simulated cases of the present scenario; nothing is drawn before someone looks.
    pub sample: Memo<Shared<Sample>>,
    /// Light, dark or automatic, as chosen.
    pub theme: RwSignal<Theme>,
    /// Whether the page is dark now.
    pub dark: Memo<bool>,
    /// The colours of the charts now.
    pub palette: Memo<Palette>,
    /// Device pixels to a CSS pixel.
    pub ratio: ReadSignal<f64>,
    /// How the splits of worth stretch with the size of the business.
    pub scale: Memo<f64>,
    /// Whether this is for paper.
    pub paper: ReadSignal<bool>,
    /// Screens below 760 px.
    pub phone: ReadSignal<bool>,
    /// Whether the drawer with all assumptions is open.
    pub drawer: RwSignal<bool>,
    /// The inputs that were asked what it would take.
    pub asked: RwSignal<Vec<Input>>,
    /// What they were asked for.
    pub target: RwSignal<SearchTarget>,
    /// What is looked for in the drawer.
    pub find: RwSignal<String>,
    /// What lies over the page.
    pub panel: RwSignal<Option<Panel>>,
    /// The time under the crosshair in years, in all time charts at once.
    pub time: RwSignal<Option<f64>>,
    /// The chart that the sharing panel embeds.
    pub embedded: RwSignal<Option<&'static str>>,
    /// The figure whose working is open.
    pub explained: RwSignal<Option<Metric>>,
    /// The step of the first minute that is shown.
    pub guide: RwSignal<Option<usize>>,
    /// Whether every reported statement is listed.
    pub statements: RwSignal<bool>,
    /// How often the workbook has come to rest.
    pub rests: ReadSignal<u32>,
    /// The scenario and its outcome once the hand has rested.
    pub settled: Memo<Option<(Scenario, Shared<Outcome>)>>,
    /// What the page has to say, newest last.
    pub notices: RwSignal<Vec<Notice>>,
    /// What the link that was opened last says beyond the scenario.
    pub link: RwSignal<Link>,
    parts: Parts,
    nudges: StoredValue<Nudges>,
}

/// Moves waiting for the next frame.
#[derive(Clone)]
struct Nudges {
    values: std::rc::Rc<RefCell<Vec<(Input, Value)>>>,
    frame: PerFrame,
    rest: AtRest,
}

impl State {
    /// The state of a page that opens with this workbook.
    fn new(opening: Opening) -> Self {
        let Opening { workbook, link, notices } = opening;
        let parts = Parts::of(&workbook);
        let workbook = RwSignal::new(workbook);
        let (scenario, baseline, pins, seed) = (parts.scenario.0, parts.baseline.0, parts.pins.0, parts.seed.0);
        let (origin, subject, steps) = (parts.origin.0, parts.subject.0, parts.steps.0);
        let outcome = memo(move || outcome_of(&scenario.get()));
        let opened = memo(move || outcome_of(&baseline.get()));
        let pinned = memo(move || pins.with(|pins| pins.iter().map(|pin| outcome_of(&pin.scenario)).collect()));
        let theme = RwSignal::new(link.theme.unwrap_or_default());
        let system = media("(prefers-color-scheme: dark)");
        let paper = media("print");
        let dark = memo(move || match theme.get() {
            _ if paper.get() => false,
            Theme::Auto => system.get(),
            chosen => chosen == Theme::Dark,
        });
        let forced = media("(forced-colors: active)");
        let palette = memo(move || match (forced.get(), dark.get()) {
            (true, _) => forced_palette(),
            (_, true) => Palette::DARK,
            (_, false) => Palette::LIGHT,
        });
        let scale = memo(move || opened.with(|opened| analysis::business_scale(opened)));
        let rests = rests(workbook);
        let present = move || (scenario.get_untracked(), outcome.get_untracked());
        let settled = memo(move || (rests.get() > 0).then(present));
        let values = std::rc::Rc::new(RefCell::new(Vec::new()));
        let waiting = values.clone();
        let frame = PerFrame::new(move || {
            let values: Vec<(Input, Value)> = waiting.take();
            change(workbook, parts, |book| book.set(&values));
        });
        let rest = AtRest::new(PRESSES, move || change(workbook, parts, Workbook::end_gesture));
        Self {
            workbook,
            scenario,
            baseline,
            pins,
            outcome,
            opened,
            pinned,
            seed,
            origin,
            subject,
            steps,
            sample: cases::sample(scenario, seed, settled),
            theme,
            dark,
            palette,
            ratio: pixel_ratio(),
            scale,
            paper,
            phone: media("(max-width: 759px)"),
            drawer: RwSignal::new(false),
            asked: RwSignal::new(Vec::new()),
            target: RwSignal::new(SearchTarget::Npv),
            find: RwSignal::new(String::new()),
            panel: RwSignal::new(None),
            time: RwSignal::new(None),
            embedded: RwSignal::new(None),
            explained: RwSignal::new(None),
            guide: RwSignal::new(None),
            statements: RwSignal::new(false),
            rests,
            settled,
            notices: RwSignal::new(notices),
            link: RwSignal::new(link),
            parts,
            nudges: StoredValue::new(Nudges { values, frame, rest }),
        }
    }
}

impl Store {
    /// Moves an input by hand: in the next frame, the latest value wins.
    pub fn nudge(&self, moves: &[(Input, Value)]) {
        self.nudges.with_value(|nudges| {
            let mut values = nudges.values.borrow_mut();
            values.retain(|(input, _)| !moves.iter().any(|(moved, _)| moved == input));
            values.extend_from_slice(moves);
            nudges.frame.ask();
        });
    }

    /// Ends a run of key presses once they rest: together they are one step of the history.
    pub fn settle_soon(&self) {
        self.flush();
        self.nudges.with_value(|nudges| nudges.rest.ask());
    }

    /// Ends a drag: its moves are one step of the history.
    pub fn settle(&self) {
        self.flush();
        change(self.workbook, self.parts, Workbook::end_gesture);
    }

    /// Does something to the workbook, after all moves that still wait for their frame.
    pub fn act(&self, act: impl FnOnce(&mut Workbook)) {
        self.flush();
        change(self.workbook, self.parts, act);
    }

    /// Sets an input as a step of its own.
    pub fn set(&self, input: Input, value: Value) {
        self.act(|book| {
            book.end_gesture();
            book.set(&[(input, value)]);
            book.end_gesture();
        });
    }

    /// The present scenario with what it leads to. An outcome follows every change of its scenario, so who reads both needs
    /// to follow only that.
    pub fn present(&self) -> (Scenario, Shared<Outcome>) {
        let outcome = self.outcome.get();
        (self.scenario.get_untracked(), outcome)
    }

    /// The baseline with what it leads to, where the present scenario is another one.
    pub fn before(&self) -> Option<Shared<Outcome>> {
        let opened = self.opened.get();
        (self.scenario.get_untracked() != self.baseline.get_untracked()).then_some(opened)
    }

    /// The present sheet, outside of any tracking.
    pub fn sheet(&self) -> Sheet {
        self.flush();
        self.workbook.with_untracked(|book| book.sheet().clone())
    }

    /// The scenario with one input at its default: what does not move when that input does.
    pub fn without(&self, inputs: Vec<Input>) -> Memo<Scenario> {
        let scenario = self.scenario;
        memo(move || {
            let mut scenario = scenario.get();
            for &input in &inputs {
                scenario.set_unchecked(input, Scenario::DEFAULT.get(input));
            }
            scenario
        })
    }

    /// How many of the simulated cases pay back.
    pub fn cases(&self) -> Option<Cases> {
        Some(self.sample.with(|sample| sample.cases()))
    }

    /// Brings an input's control into view and focus; the drawer opens for it where it must.
    pub fn reveal(&self, input: Input) {
        if Input::HEADLINE.contains(&input) && !self.drawer.get_untracked() {
            return super::scroll::focus(input.id().to_owned());
        }
        self.find.set(String::new());
        self.drawer.set(true);
        super::scroll::focus(super::drawer::id_of(input));
    }

    /// Opens the working of a figure.
    pub fn explain(&self, metric: Metric) {
        self.explained.set(Some(metric));
        super::scroll::start("working".to_owned());
    }

    /// Opens the sharing panel at the code that embeds a chart.
    pub fn embed_chart(&self, chart: &'static str) {
        self.embedded.set(Some(chart));
        self.panel.set(Some(Panel::Share));
    }

    /// Says something to the person, once.
    pub fn tell(&self, notice: Notice) {
        self.notices.update(|notices| {
            notices.retain(|known| *known != notice);
            notices.push(notice);
        });
    }

    fn flush(&self) {
        self.nudges.with_value(|nudges| nudges.frame.run());
    }
}

thread_local! {
    static STORE: OnceCell<Store> = const { OnceCell::new() };
}

/// The store of this page, opened by the first who asks: the app itself.
pub fn store() -> Store {
    STORE.with(|store| *store.get_or_init(|| Store(Box::leak(Box::new(State::new(super::opening::open()))))))
}

fn outcome_of(scenario: &Scenario) -> Shared<Outcome> {
    Shared::new(with_workspace(|workspace| workspace.outcome(scenario)))
}

/// Counts the rests of the workbook, also the one after it was opened.
fn rests(workbook: RwSignal<Workbook>) -> ReadSignal<u32> {
    let (rests, set) = signal(0);
    let rest = AtRest::new(REST, move || set.set(rests.get_untracked() + 1));
    effect(move || {
        workbook.track();
        rest.ask();
    });
    rests
}
