//! Texts about the site: name, title, description, sources and footer.

/// The name of the product.
pub const NAME: &str = "Payback";

phrases! {
    /// The title for search engines, previews and oEmbed.
    site_title = "Payback: when does a hyperscaler’s AI build-out pay back?";
    /// The description for search engines and previews.
    description = "When does a hyperscaler’s AI build-out pay back, and what would have to be true? Move demand growth, capex and the chip mix, and the answer follows.";
    /// The question on the social picture.
    question = "When does Amazon’s AI build-out pay back?";
    /// The simplifications of the model.
    left_out = "The model leaves out prepayments, leases, inflation, scarcity pricing, and separate lags for chips and shells. Its orders foresee demand perfectly, except for events.";
    /// The status of the reported figures.
    not_verified = "The reported figures are from five press reports and were not verified here.";
    /// The last sentence of the footer.
    footer = "This is a model, not a forecast and not investment advice.";
    /// Start of the source line of an embedded calculator, before the link.
    source = "Source: ";
    /// End of the source line of an embedded calculator, after the link.
    source_rest = ", from five press reports and stated assumptions. A model, not a forecast.";
}
