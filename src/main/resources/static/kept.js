const all = (selector) => [...document.querySelectorAll(selector)];

// Keeps on this device what is typed into <form data-keep="…">, but files; data-fresh restores it.
function keep(form, name, note) {
	const fields = [...form.elements].filter(({ id, type }) => id && !/file|hidden|submit/.test(type));
	const said = ({ type }) => /radio|checkbox/.test(type) ? "checked" : "value";
	const kept = JSON.parse(localStorage[name] ?? "{}");
	localStorage[name] = JSON.stringify(kept);
	for (const field of form.dataset.fresh ? fields : []) {
		field[said(field)] = kept[field.id] ?? field[said(field)];
	}
	form.oninput = () => {
		localStorage[name] = JSON.stringify(Object.fromEntries(fields.map((one) => [one.id, one[said(one)]])));
	};
	note.hidden = false;
	note.lastElementChild.onclick = () => {
		form.reset();
		localStorage.removeItem(name);
	};
}

try {
	all("[data-forget]").map((sent) => localStorage.removeItem(sent.dataset.forget));
	all("[data-keep]").map((form) => keep(form, form.dataset.keep, document.querySelector("[data-kept]")));
} catch { /* nothing is kept, or said */ }
