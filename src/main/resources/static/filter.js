// Filters without a new page: all in <main> gives way but role="status", whose new words are read out because it stays.
const main = document.querySelector("main");
const status = main.querySelector(":scope > [role=status]");
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
	const open = main.querySelector("details").open;
	[...main.children].forEach((old) => old === status || old.remove());
	const middle = fresh.indexOf(said);
	status.before(...fresh.slice(0, middle));
	status.after(...fresh.slice(middle + 1));
	status.textContent = said.textContent;
	main.querySelector("details").open ||= open;
	document.dispatchEvent(new Event("swapped"));
	if (wasHere) {
		const same = [...main.querySelectorAll(used.tagName)].find(({ id, textContent }) => id === used.id
				&& (id || textContent === used.textContent));
		(main.querySelector("[autofocus]") ?? (used.rel ? status : same) ?? status).focus();
		if (same?.form && used.selectionStart != null) {
			same.value = used.value;
			same.setSelectionRange(used.selectionStart, used.selectionEnd);
		}
	}
}

function ask(form) {
	const wanted = [...new FormData(form)].filter(([, value]) => value);
	show(`${form.action}?${new URLSearchParams(wanted)}`.replace(/\?$/, ""));
}

status.tabIndex = -1;
main.onchange = ({ target }) => target.matches("select, [type=checkbox]") && ask(target.form);
main.onsubmit = ({ target }) => {
	ask(target);
	return false;
};
main.onclick = (event) => {
	const link = event.target.closest("a");
	if (link?.origin === location.origin && link.pathname === location.pathname && !link.hash
			&& !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) {
		event.preventDefault();
		show(link.href);
	}
};
onpopstate = () => page(location) === shown || show(location.href);
