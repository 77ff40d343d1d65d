// Hands an address, never the page's own, to the share sheet: <button type="button" hidden data-share="https://…" data-text="…">.
if (navigator.share) {
	for (const button of document.querySelectorAll("[data-share]")) {
		const { share: url, text } = button.dataset;
		button.hidden = false;
		button.onclick = () => navigator.share({ text, url }).catch(() => {});
	}
}
