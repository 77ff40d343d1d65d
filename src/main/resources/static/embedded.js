// In a frame: tells the page around it (embed.js) its height at once, when it changes and when asked.
if (parent !== window) {
	const root = document.documentElement;
	const tell = () => parent.postMessage({ calendarHeight: Math.ceil(root.getBoundingClientRect().height) }, "*");
	tell(); // Observers do not fire out of sight
	document.fonts.ready.then(tell);
	new ResizeObserver(tell).observe(root);
	addEventListener("message", ({ source }) => source === parent && tell());
}
