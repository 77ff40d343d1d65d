// In a frame: tells the page around it how high the calendar is, at first, when that changes and when asked (embed.js).
if (parent !== window) {
	const root = document.documentElement;
	const tell = () => parent.postMessage({ calendarHeight: Math.ceil(root.getBoundingClientRect().height) }, "*");
	new ResizeObserver(tell).observe(root);
	addEventListener("message", ({ source }) => source === parent && tell());
}
