// What pages do beyond their forms: a report saves itself, counts its characters and asks before it is left unsaved.
// Every page works without it.
(function () {
  'use strict';
  var EVERY = 20000;

  function pad(number) { return (number < 10 ? '0' : '') + number; }

  function count(box) {
    var place = document.getElementById(box.id + '-count');
    if (!place) { return; }
    var show = function () { place.firstChild.data = Array.from(box.value.trim()).length + ' 字'; };
    box.addEventListener('input', show);
    show();
  }

  // Files that were chosen go at once: no other button would take them along.
  function upload(form) {
    var files = form.elements.file;
    var button = form.querySelector('[data-upload]');
    if (files && button) { files.addEventListener('change', function () { if (files.value) { button.click(); } }); }
  }

  function watch(form) {
    var status = document.getElementById('saved');
    var version = form.elements.version;
    var kept = form.hasAttribute('data-unsaved') ? null : content();
    var busy = false;
    var stopped = false;
    var leaving = false;

    function content() {
      var fields = new URLSearchParams();
      new FormData(form).forEach(function (value, name) {
        if (typeof value === 'string' && name !== 'version') { fields.append(name, value); }
      });
      return fields.toString();
    }

    function say(words) { status.textContent = words; }

    function take(answer, sent) {
      return answer.json().then(function (result) {
        if (answer.status === 200) {
          version.value = result.version;
          kept = sent;
          say('已于 ' + result.saved_at + ' 自动保存');
        } else {
          stopped = answer.status === 409;
          say(result.message);
        }
      });
    }

    function save() {
      var sent = content();
      if (busy || stopped || leaving || sent === kept) { return; }
      busy = true;
      fetch(form.action, {
        method: 'POST', credentials: 'same-origin', redirect: 'error', keepalive: sent.length < 60000,
        headers: {'Content-Type': 'application/x-www-form-urlencoded', 'Accept': 'application/json'},
        body: sent + '&do=save&version=' + encodeURIComponent(version.value)
      }).then(function (answer) { return take(answer, sent); }).catch(function () {
        var at = new Date();
        say(pad(at.getHours()) + ':' + pad(at.getMinutes()) + ' 没有自动保存成功，请点“保存草稿”');
      }).then(function () { busy = false; });
    }

    setInterval(save, EVERY);
    document.addEventListener('visibilitychange', function () { if (document.hidden) { save(); } });
    form.addEventListener('submit', function () { leaving = true; });
    window.addEventListener('pageshow', function () { leaving = false; });
    window.addEventListener('beforeunload', function (event) {
      if (leaving || content() === kept) { return; }
      event.preventDefault();
      event.returnValue = '';
    });
    Array.from(form.querySelectorAll('textarea')).forEach(count);
    upload(form);
  }

  Array.from(document.querySelectorAll('form[data-autosave]')).forEach(watch);
}());
