// Runs before the page is drawn, so that remembered colours do not flash.
(function () {
  "use strict";
  try {
    var chosen = localStorage.getItem("ladder-colours");
    if (chosen === "dark" || chosen === "light") document.documentElement.dataset.colours = chosen;
  } catch (blocked) {
    // Without storage the system's colours hold.
  }
})();
