package org.awarenessweek.words;

import java.security.Principal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import org.awarenessweek.mail.MailWriter;
import org.awarenessweek.mail.text.Email;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.text.Difference;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The team's pages for the words: write a section or an email with a preview beside it,
 * see what changed, go back to an earlier version.
 */
@Controller
@RequestMapping("/team/words")
class WordsController {

	private final Passages passages;

	private final WordsEditing editing;

	private final PageWords words;

	private final Placeholders placeholders;

	private final MailWriter emails;

	WordsController(Passages passages, WordsEditing editing, PageWords words, Placeholders placeholders,
			MailWriter emails) {
		this.passages = passages;
		this.editing = editing;
		this.words = words;
		this.placeholders = placeholders;
		this.emails = emails;
	}

	@GetMapping
	String list(Model model) {
		Map<String, Passage> latest = this.passages.latest()
			.stream()
			.collect(Collectors.toMap(Passage::section, Function.identity()));
		model.addAttribute("sections", Section.values());
		model.addAttribute("emails", Arrays.stream(Email.values()).map(WrittenEmail::new).toList());
		model.addAttribute("latest", latest);
		return "words/list";
	}

	@GetMapping("/{section}")
	ModelAndView edit(@PathVariable String section) {
		Written edited = written(section);
		List<Version> versions = versions(edited);
		Version latest = versions.getFirst();
		return page(edited, versions, latest.text()).addObject("form", new WordsForm(latest.number(), latest.text()));
	}

	@PostMapping("/{section}")
	ModelAndView write(@PathVariable String section, @Valid @ModelAttribute("form") WordsForm form,
			BindingResult errors, @RequestParam(required = false) @Nullable String preview, Principal by,
			RedirectAttributes redirect) {
		Written edited = written(section);
		List<Version> versions = versions(edited);
		String typed = String.valueOf(form.text()).replace("\r\n", "\n").strip();
		form.check(edited, this.placeholders, errors);
		if (errors.hasErrors()) {
			return answer(HttpStatus.UNPROCESSABLE_CONTENT, page(edited, versions, versions.getFirst().text()));
		}
		if ("email".equals(preview) && edited instanceof WrittenEmail(Email email)) {
			return new ModelAndView(alone(this.emails.preview(email, typed)));
		}
		if (preview != null) {
			return page(edited, versions, typed);
		}
		try {
			this.editing.write(edited, form.version(), typed, by.getName());
		}
		catch (StaleForm | ConcurrencyFailureException | DataIntegrityViolationException ex) {
			Version kept = versions(edited).getFirst();
			if (kept.text().equals(typed)) {
				return saved(edited, redirect);
			}
			return answer(HttpStatus.CONFLICT, page(edited, versions, kept.text()).addObject("kept", kept.number())
				.addObject("difference", Difference.of(kept.text(), typed).lines()));
		}
		return saved(edited, redirect);
	}

	/** An email as people get it, with nothing of the site around it. */
	private static View alone(String html) {
		return (model, request, response) -> {
			response.setContentType("text/html;charset=UTF-8");
			response.setHeader("Content-Security-Policy", MailWriter.CONTENT_SECURITY_POLICY);
			response.getWriter().write(html);
		};
	}

	private static ModelAndView saved(Written what, RedirectAttributes redirect) {
		redirect.addFlashAttribute("done", (what instanceof Section) ? "Your words are saved and on the page."
				: "Your words are saved for the next email.");
		return new ModelAndView("redirect:/team/words/" + what.address());
	}

	@GetMapping("/{section}/{number:\\d{1,9}}")
	ModelAndView show(@PathVariable String section, @PathVariable int number) {
		Written shown = written(section);
		List<Version> versions = versions(shown);
		Version version = find(versions, number);
		ModelAndView page = new ModelAndView("words/version").addObject("section", shown)
			.addObject("version", version)
			.addObject("latest", versions.getFirst())
			.addObject("html", this.words.preview(shown, version.text()));
		return (number == 0) ? page : page.addObject("difference",
				Difference.of(find(versions, number - 1).text(), version.text()).lines());
	}

	@PostMapping("/{section}/{number:\\d{1,9}}")
	String goBack(@PathVariable String section, @PathVariable int number, @RequestParam int version, Principal by,
			RedirectAttributes redirect) {
		Written edited = written(section);
		this.editing.write(edited, version, find(versions(edited), number).text(), by.getName());
		redirect.addFlashAttribute("done", (edited instanceof Section) ? "This version is on the page again."
				: "The next email uses this version again.");
		return "redirect:/team/words/" + edited.address();
	}

	private ModelAndView page(Written what, List<Version> versions, String previewed) {
		return new ModelAndView("words/edit").addObject("section", what)
			.addObject("versions", versions)
			.addObject("email", (what instanceof WrittenEmail(Email email)) ? email : null)
			.addObject("placeholders", this.placeholders.all().keySet())
			.addObject("html", this.words.preview(what, previewed));
	}

	/** All versions, latest first, down to the original. */
	private List<Version> versions(Written what) {
		List<Version> versions = new ArrayList<>();
		this.passages.findBySectionOrderByNumberDesc(what.name())
			.forEach((passage) -> versions.add(new Version(passage.number(), passage.text(), passage)));
		versions.add(new Version(0, what.original(), null));
		return versions;
	}

	private static Version find(List<Version> versions, int number) {
		return versions.stream().filter((version) -> version.number() == number).findAny().orElseThrow(NotFound::new);
	}

	private static Written written(String address) {
		return Written.at(address).orElseThrow(NotFound::new);
	}

	private static ModelAndView answer(HttpStatus status, ModelAndView page) {
		page.setStatus(status);
		return page;
	}

	/**
	 * One version of a text.
	 *
	 * @param number which version; 0 is what the site came with
	 * @param text what it says
	 * @param written who wrote it, and when; {@code null} for the original
	 */
	public record Version(int number, String text, @Nullable Passage written) {
	}

}
