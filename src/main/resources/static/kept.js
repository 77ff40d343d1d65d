// Keeps on this device what is typed into <form data-keep="…">, but files; data-fresh restores it.
const find = (selector) => document.querySelector(selector);

try {
	delete localStorage[find("[data-forget]")?.dataset.forget];
	const form = find("[data-keep]");
	const note = find("[data-kept]");
	const { keep, fresh } = form.dataset;
	const fields = [...form].filter(({ id, type }) => id && type !== "file");
	const kept = JSON.parse(localStorage[keep] ?? "{}");
	fresh && fields.map((field) => Object.assign(field, kept[field.id]));
	form.oninput = () => {
		const typed = fields.map(({ id, value, checked }) => [id, { value, checked }]);
		localStorage[keep] = JSON.stringify(Object.fromEntries(typed));
	};
	note.hidden = false;
	note.lastElementChild.onclick = () => {
		form.reset();
		delete localStorage[keep];
	};
} catch {
	// nothing is kept
}
