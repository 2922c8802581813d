/*
 * What the quality report does on a screen and is whole without: findings are sorted and filtered, the ties of one box of
 * the golden thread stand out, and answers of the audit are counted. Nothing is fetched, sent or kept.
 */
'use strict';
(function () {
	var tools = document.getElementById('tools');

	function each(selector, within, act) {
		Array.prototype.forEach.call(within.querySelectorAll(selector), act);
	}

	/* ---- findings ---- */

	function findings() {
		var list = document.getElementById('finding-list'), sorted = document.getElementById('sorted');
		var said = document.getElementById('shown'), all = [];
		var weight = { error: 0, warning: 1, note: 2 };
		var by = {
			place: function () { return 0; },
			severity: function (a, b) { return weight[a.data.severity] - weight[b.data.severity]; },
			rule: function (a, b) { return a.data.rule < b.data.rule ? -1 : a.data.rule > b.data.rule ? 1 : 0; },
			line: function (a, b) { return a.data.line - b.data.line; }
		};

		each('.finding', list, function (node, i) {
			all.push({ node: node, home: node.parentNode, at: i, data: node.dataset, words: node.textContent.toLowerCase() });
		});

		/* A choice that this page does not offer, or one of all, lets everything through. */
		function passes(name, value) {
			var choice = tools.elements[name];

			return choice === undefined || choice.value === '' || choice.value === value;
		}

		function wanted(one) {
			var words = tools.elements.words.value.trim().toLowerCase();

			return tools.elements[one.data.severity].checked && passes('section', one.data.section) &&
			    passes('agency', one.data.agency) && passes('family', one.data.rule.split('-')[0]) &&
			    (words === '' || one.words.indexOf(words) >= 0);
		}

		function arrange() {
			var order = tools.elements.order.value, shown = 0;

			all.sort(function (a, b) { return by[order](a, b) || a.at - b.at; });
			all.forEach(function (one) {
				(order === 'place' ? one.home : sorted).appendChild(one.node);
				one.node.classList.toggle('off', !wanted(one));
				shown += wanted(one) ? 1 : 0;
			});
			sorted.hidden = order === 'place';
			each('.group', list, function (group) {
				group.classList.toggle('off', order !== 'place' || group.querySelector('.finding:not(.off)') === null);
			});
			said.textContent = 'Showing ' + shown + ' of ' + all.length + ' findings.';
		}

		/* A link to a finding that is filtered out shows it all the same. */
		function follow() {
			var target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;

			if (target !== null && target.classList.contains('off')) {
				tools.reset();
				arrange();
				target.scrollIntoView();
			}
		}

		tools.hidden = false;
		tools.addEventListener('input', arrange);
		tools.addEventListener('reset', function () { setTimeout(arrange, 0); });
		tools.addEventListener('submit', function (event) { event.preventDefault(); });
		window.addEventListener('hashchange', follow);
		arrange();
		follow();
	}

	/* ---- the golden thread ---- */

	function thread(picture) {
		function mark(box, on) {
			var id = box.getAttribute('href').slice(1);

			picture.classList.toggle('followed', on);
			each('.tie', picture, function (tie) {
				tie.classList.toggle('on', on && tie.dataset.ends.split(' ').indexOf(id) >= 0);
			});
		}
		each('.box', picture, function (box) {
			box.addEventListener('mouseenter', function () { mark(box, true); });
			box.addEventListener('mouseleave', function () { mark(box, false); });
			box.addEventListener('focus', function () { mark(box, true); });
			box.addEventListener('blur', function () { mark(box, false); });
		});
	}

	/* ---- the audit ---- */

	function audit(form) {
		var said = document.getElementById('answered');

		function count() {
			var all = form.querySelectorAll('fieldset').length, done = form.querySelectorAll('input[type=radio]:checked').length;

			said.textContent = done + ' of ' + all + ' questions answered. Answers stay on this page alone: print it before you close it.';
		}
		form.addEventListener('change', count);
		form.addEventListener('submit', function (event) { event.preventDefault(); });
		count();
	}

	if (tools !== null)
		findings();
	if (document.getElementById('thread-picture') !== null)
		thread(document.getElementById('thread-picture'));
	if (document.getElementById('audit') !== null)
		audit(document.getElementById('audit'));
})();
