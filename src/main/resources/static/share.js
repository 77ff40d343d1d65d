// Buttons that offer the page to whatever the device shares with: <button type="button" hidden data-share>.
if (navigator.share) {
	for (const button of document.querySelectorAll("[data-share]")) {
		button.hidden = false;
		button.addEventListener("click", () => {
			const { href } = document.querySelector("link[rel=canonical]") ?? location;
			navigator.share({ title: document.title, url: href }).catch(() => {});
		});
	}
}
