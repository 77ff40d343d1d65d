// Copies what stands elsewhere, where there is a clipboard: <button type="button" hidden data-copy="#its-id">.
function reveal() {
	for (const button of document.querySelectorAll("[data-copy][hidden]")) {
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

if (navigator.clipboard) {
	reveal();
	document.addEventListener("swapped", reveal);
}
