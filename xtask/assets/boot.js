// Runs before everything else, also in browsers too old for the program, hence the old syntax.
// Shows failures, records input made before the program runs, and restarts the page.
(function () {
  "use strict";
  var root = document.documentElement;
  var early = [];
  var link = null;
  var errors = [];

  function fail(cause, detail) {
    if (root.hasAttribute("data-error")) return;
    root.setAttribute("data-error", cause);
    var place = document.querySelector("[data-failure='" + cause + "'] [data-detail]");
    if (place && detail) place.textContent = detail;
    try { console.error("payback: " + cause + (detail ? ": " + detail : "")); } catch (_) { /* the page shows the failure anyway */ }
  }

  function restart() {
    if (link !== null) {
      try { location.hash = link; } catch (_) { /* refused in some sandboxed frames: the page restarts with its defaults */ }
    }
    location.reload();
  }

  window.payback_boot = {
    stage: "page",
    errors: errors,
    fail: fail,
    keep: function (current) { link = current; },
    typed: function () { return early; }
  };

  addEventListener("error", function (event) {
    errors.push(event.message);
    if (event.error && event.error.name === "SyntaxError" && payback_boot.stage === "page") fail("old-browser", event.message);
  });
  addEventListener("unhandledrejection", function (event) {
    errors.push(String(event.reason));
  });
  document.addEventListener("securitypolicyviolation", function (event) {
    errors.push(event.effectiveDirective + " " + event.blockedURI);
  });

  document.addEventListener("input", function (event) {
    var control = event.target;
    if (root.hasAttribute("data-ready") || !control.name) return;
    early = early.filter(function (other) { return other.name !== control.name || other.type !== control.type; });
    early.push({ name: control.name, type: control.type, value: control.value });
  });
  document.addEventListener("click", function (event) {
    for (var node = event.target; node && node.hasAttribute; node = node.parentNode) if (node.hasAttribute("data-restart")) restart();
  });

  document.addEventListener("DOMContentLoaded", function () {
    if (payback_boot.stage !== "page" || root.hasAttribute("data-error")) return;
    if (!("noModule" in document.createElement("script"))) fail("old-browser", "no modules");
    else if (!document.getElementById("payback-end")) fail("payload-truncated", "the file ends early");
    else setTimeout(function () { if (payback_boot.stage === "page") fail("payload-altered", "its program did not start"); }, 0);
  });
})();
