// Organisations that begin as typed.
const field = document.querySelector("[list]");
field.addEventListener("input", async () => {
	const { list, value } = field;
	const answer = await fetch(`/pledge/organisations?q=${encodeURIComponent(value)}`);
	const names = await answer.text();
	if (answer.ok && value === field.value) {
		list.innerHTML = names;
	}
});
