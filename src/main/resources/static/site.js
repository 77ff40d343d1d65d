const all = (selector) => [...document.querySelectorAll(selector)];

// Copies another element's text: <button hidden data-copy="#its-id">.
function revealCopying() {
	for (const button of navigator.clipboard ? all("[data-copy][hidden]") : []) {
		const said = document.createElement("span");
		said.setAttribute("role", "status");
		button.after(said);
		button.hidden = false;
		button.onclick = async () => {
			const { value, textContent } = document.querySelector(button.dataset.copy);
			said.textContent = "";
			said.textContent = await navigator.clipboard.writeText(value ?? textContent.trim())
				.then(() => "Copied", () => "Not copied");
		};
	}
}

// Shares the given address, not the page's own: <button hidden data-share="…" data-text="…">.
for (const button of navigator.share ? all("[data-share]") : []) {
	const { share: url, text } = button.dataset;
	button.hidden = false;
	button.onclick = () => navigator.share({ text, url }).catch(() => {});
}

// Suggests names that begin with what was typed.
for (const field of all("[data-suggest]")) {
	field.oninput = async () => {
		const { list, value } = field;
		const answer = await fetch(field.dataset.suggest + encodeURIComponent(value));
		const names = await answer.text();
		if (answer.ok && value === field.value) {
			list.innerHTML = names;
		}
	};
}

// Filters without loading a new page: replaces all of <main> but role="status", which is read out because it stays.
const main = document.querySelector("main");
const status = main.querySelector("#filters") && document.querySelector("main > [role=status]");
const page = ({ pathname, search }) => pathname + search;

let shown = page(location);
let asking;

async function show(address) {
	asking?.abort();
	asking = new AbortController();
	try {
		const answer = await fetch(address, { signal: asking.signal });
		const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
		const said = fresh.querySelector("main > [role=status]");
		const children = [...said.parentNode.children];
		shown = page(new URL(answer.url));
		if (shown !== page(location)) {
			history.pushState(null, "", shown);
		}
		document.title = fresh.title;
		swap(said, children);
	} catch ({ name }) {
		if (name !== "AbortError") {
			location.assign(address);
		}
	}
}

function swap(said, fresh) {
	const used = document.activeElement;
	const wasHere = main.contains(used);
	const open = all("main details").map((one) => one.open);
	[...main.children].forEach((old) => old === status || old.remove());
	const middle = fresh.indexOf(said);
	status.before(...fresh.slice(0, middle));
	status.after(...fresh.slice(middle + 1));
	status.textContent = said.textContent;
	all("main details").map((one, i) => one.open ||= open[i]);
	revealCopying();
	if (wasHere) {
		const same = all(`main ${used.tagName}`).find(({ id, textContent }) => id === used.id
				&& (id || textContent === used.textContent));
		(main.querySelector("[autofocus]") ?? (used.hash ? status : same) ?? status).focus();
		if (same?.form && used.selectionStart != null) {
			same.value = used.value;
			same.setSelectionRange(used.selectionStart, used.selectionEnd);
		}
	}
}

function ask(form) {
	const wanted = [...new FormData(form)].filter(([, value]) => value);
	show(`${page(new URL(form.action))}?${new URLSearchParams(wanted)}`.replace(/\?$/, ""));
}

if (status) {
	status.tabIndex = -1;
	main.onchange = ({ target }) => target.matches("select, [type=checkbox]") && ask(target.form);
	main.onsubmit = ({ target }) => {
		ask(target);
		return false;
	};
	main.onclick = (event) => {
		const link = event.target.closest("a");
		if (link?.origin === location.origin && link.pathname === location.pathname && page(link) !== page(location)
				&& !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) {
			event.preventDefault();
			show(link.href);
		}
	};
	onpopstate = () => page(location) === shown || show(location.href);
}
revealCopying();
