// Buttons that copy what stands elsewhere on the page: <button type="button" hidden data-copy="#its-id">.
// They show up only where there is a clipboard.
function reveal() {
	for (const button of document.querySelectorAll("[data-copy][hidden]")) {
		const said = document.createElement("span");
		said.setAttribute("role", "status");
		button.after(said);
		button.hidden = false;
		button.addEventListener("click", async () => {
			const source = document.querySelector(button.dataset.copy);
			said.textContent = "";
			said.textContent = await navigator.clipboard.writeText(source.value ?? source.textContent.trim())
				.then(() => "Copied", () => "Not copied");
		});
	}
}

if (navigator.clipboard) {
	reveal();
	document.addEventListener("swapped", reveal);
}
