// Development only: reloads the page when a template, the style sheet or the program has changed.
(function () {
  'use strict';
  var seen = null;
  function look() {
    fetch('/dev/stamp', {cache: 'no-store'}).then(function (answer) { return answer.text(); }).then(function (stamp) {
      if (seen !== null && stamp !== seen) { location.reload(); }
      seen = stamp;
    }).catch(function () { /* the program is being built anew: ask again */ });
  }
  setInterval(look, 1000);
}());
