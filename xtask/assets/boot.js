// Runs first, in any browser that runs scripts at all: hence the old syntax.
// It names what goes wrong, keeps what is typed before the page is live, and starts again.
(function () {
  "use strict";
  var root = document.documentElement;
  var typed = [];
  var kept = null;
  var trouble = [];

  function fail(cause, detail) {
    if (root.hasAttribute("data-error")) return;
    root.setAttribute("data-error", cause);
    var place = document.querySelector("[data-failure='" + cause + "'] [data-detail]");
    if (place && detail) place.textContent = detail;
    try { console.error("payback: " + cause + (detail ? ": " + detail : "")); } catch (_) { /* no console, no loss */ }
  }

  function again() {
    if (kept !== null) {
      try { location.hash = kept; } catch (_) { /* a frame without an address of its own starts afresh */ }
    }
    location.reload();
  }

  window.payback_boot = {
    stage: "page",
    trouble: trouble,
    fail: fail,
    keep: function (link) { kept = link; },
    typed: function () { return typed; }
  };

  addEventListener("error", function (event) {
    trouble.push(event.message);
    if (event.error && event.error.name === "SyntaxError" && payback_boot.stage === "page") fail("old-browser", event.message);
  });
  addEventListener("unhandledrejection", function (event) {
    trouble.push(String(event.reason));
  });
  document.addEventListener("securitypolicyviolation", function (event) {
    trouble.push(event.effectiveDirective + " " + event.blockedURI);
  });

  document.addEventListener("input", function (event) {
    var from = event.target;
    if (root.hasAttribute("data-ready") || !from.name) return;
    typed = typed.filter(function (one) { return one.name !== from.name || one.type !== from.type; });
    typed.push({ name: from.name, type: from.type, value: from.value });
  });
  document.addEventListener("click", function (event) {
    for (var at = event.target; at && at.hasAttribute; at = at.parentNode) if (at.hasAttribute("data-again")) again();
  });

  document.addEventListener("DOMContentLoaded", function () {
    if (payback_boot.stage !== "page" || root.hasAttribute("data-error")) return;
    if (!("noModule" in document.createElement("script"))) fail("old-browser", "no modules");
    else if (!document.getElementById("payback-end")) fail("payload-truncated", "the file ends early");
    else setTimeout(function () { if (payback_boot.stage === "page") fail("payload-altered", "its program did not start"); }, 0);
  });
})();
