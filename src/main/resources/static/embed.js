// On other people's pages: gives each calendar frame the height of its content.
(() => {
	const { origin } = new URL(document.currentScript.src);
	const frames = () => [...document.querySelectorAll("iframe")];

	addEventListener("message", (message) => {
		const height = message.data?.calendarHeight;
		const frame = frames().find((one) => one.contentWindow === message.source);
		if (frame && message.origin === origin && height > 0) {
			frame.style.height = `${Math.min(height, 9999)}px`;
		}
	});

	// Frames that loaded earlier had nobody to tell
	frames()
		.filter((one) => one.src.startsWith(`${origin}/`))
		.forEach((one) => one.contentWindow.postMessage("height?", "*"));
})();
