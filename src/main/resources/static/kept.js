// Keeps on this device what is typed into <form data-keep="…">, but files; data-fresh restores it.
const find = (one) => document.querySelector(one);

try {
	delete localStorage[find("[data-forget]")?.dataset.forget];
	const form = find("[data-keep]");
	const note = find("[data-kept]");
	const { keep, fresh } = form.dataset;
	const fields = [...form].filter(({ id, type }) => id && type !== "file");
	const kept = JSON.parse(localStorage[keep] ?? null);
	note.hidden = !kept;
	fresh && kept && fields.map((field) => Object.assign(field, kept[field.id]));
	form.oninput = () => {
		localStorage[keep] = JSON.stringify(Object.fromEntries(
			fields.map(({ id, value, checked }) => [id, { value, checked }])));
		note.hidden = false;
	};
	note.lastElementChild.onclick = () => {
		form.reset();
		delete localStorage[keep];
	};
} catch {
	// nothing is kept
}
