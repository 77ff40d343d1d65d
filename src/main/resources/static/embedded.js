// In a frame: tells the page around it (embed.js) the height at once, when it changes and when asked.
if (parent !== window) {
	const root = document.documentElement;
	const tell = () => parent.postMessage({ calendarHeight: Math.ceil(root.getBoundingClientRect().height) }, "*");
	tell(); // Out of sight, observers sleep
	new ResizeObserver(tell).observe(root);
	addEventListener("message", ({ source }) => source === parent && tell());
}
