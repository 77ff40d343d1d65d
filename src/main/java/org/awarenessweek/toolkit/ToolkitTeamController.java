package org.awarenessweek.toolkit;

import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.Part;
import jakarta.validation.Valid;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.PlainEnglish;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.team.TeamPaths;
import org.awarenessweek.toolkit.upload.Upload;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The team's pages for what it adds to each toolkit. */
@Controller
@RequestMapping("/team/toolkit")
class ToolkitTeamController {

	private static final String YEAR = "/{year:\\d{4}}";

	private final Editions editions;

	private final ToolkitItems items;

	private final ToolkitEditing editing;

	private final Downloads downloads;

	ToolkitTeamController(Editions editions, ToolkitItems items, ToolkitEditing editing, Downloads downloads) {
		this.editions = editions;
		this.items = items;
		this.editing = editing;
		this.downloads = downloads;
	}

	/** Leads to the newest edition's. */
	@GetMapping
	ModelAndView newest() {
		return this.editions.findFirstByOrderByYearDesc()
			.map((newest) -> to(newest))
			.orElseGet(() -> new ModelAndView("redirect:/team/editions"));
	}

	@GetMapping(YEAR)
	ModelAndView list(@PathVariable int year) {
		Edition shown = edition(year);
		Map<Audience, List<ToolkitItem>> items = this.items.byAudience(shown);
		List<ToolkitItem> all = items.values().stream().flatMap(List::stream).toList();
		Map<String, Long> downloads = this.downloads.byFile(shown);
		Map<String, Long> drawn = new TreeMap<>(downloads);
		drawn.keySet().removeIf((name) -> !Toolkit.draws(name, year));
		return new ModelAndView("toolkit/team-list").addObject("shown", shown)
			.addObject("editions", this.editions.findAllByOrderByYearDesc())
			.addObject("next", next(shown))
			.addObject("items", items)
			.addObject("all", all)
			.addObject("kinds", ToolkitItem.Kind.values())
			.addObject("downloads", downloads)
			.addObject("drawn", drawn);
	}

	/** Copies what comes along to the edition after this one. */
	@PostMapping(YEAR + "/copy")
	ModelAndView copy(@PathVariable int year, @ModelAttribute Chosen chosen, Principal by,
			RedirectAttributes redirect) {
		Edition from = edition(year);
		Edition next = next(from);
		if (next == null) {
			throw new NotFound();
		}
		int copied = this.editing.copy(from, next, chosen.ids(), by.getName());
		redirect.addFlashAttribute("done",
				(copied > 0) ? PlainEnglish.count(copied, "item is", "items are") + " copied to " + next.year() + "."
						: "We have not copied anything. Choose something that is not there yet.");
		return to(from);
	}

	@GetMapping(YEAR + "/add")
	ModelAndView add(@PathVariable int year, @RequestParam ToolkitItem.Kind kind) {
		return form(edition(year), null, 0, HttpStatus.OK).addObject("form", ToolkitForm.empty(kind));
	}

	@PostMapping(YEAR + "/add")
	ModelAndView add(@PathVariable int year, @Valid @ModelAttribute("form") ToolkitForm form, BindingResult errors,
			Principal by, RedirectAttributes redirect) throws IOException {
		Edition shown = edition(year);
		String lost;
		try (Upload upload = read(form, null, errors)) {
			if (errors.hasErrors()) {
				return form(shown, null, 0, HttpStatus.UNPROCESSABLE_CONTENT);
			}
			this.editing.add(shown, form.content(), upload, by.getName());
			lost = lost(upload);
		}
		return done(shown, "It is in the toolkit of " + year + "." + lost, redirect);
	}

	@GetMapping(TeamPaths.ONE)
	ModelAndView edit(@PathVariable UUID id) {
		ToolkitItem item = found(id);
		return form(edition(item), item, item.version(), HttpStatus.OK).addObject("form", ToolkitForm.of(item));
	}

	@PostMapping(TeamPaths.ONE)
	ModelAndView save(@PathVariable UUID id, @Valid @ModelAttribute("form") ToolkitForm form, BindingResult errors,
			Principal by, RedirectAttributes redirect) throws IOException {
		ToolkitItem item = found(id);
		Edition shown = edition(item);
		String lost;
		try (Upload upload = read(form, item, errors)) {
			if (errors.hasErrors()) {
				return form(shown, item, (errors.getTarget() != null) ? form.version() : item.version(),
						HttpStatus.UNPROCESSABLE_CONTENT);
			}
			this.editing.rewrite(id, form.version(), shown, form.content(), upload, by.getName());
			lost = lost(upload);
		}
		catch (StaleForm ex) {
			ToolkitItem kept = found(id);
			return form(shown, kept, kept.version(), HttpStatus.CONFLICT).addObject("differences",
					StaleForm.differences(form.typed(), ToolkitForm.of(kept).typed()));
		}
		return done(shown, "It is saved." + lost, redirect);
	}

	@PostMapping(TeamPaths.ONE + "/remove")
	ModelAndView remove(@PathVariable UUID id, @RequestParam int version,
			@RequestParam(required = false) @Nullable String sure, Principal by, RedirectAttributes redirect) {
		ToolkitItem item = found(id);
		Edition shown = edition(item);
		if (sure == null) {
			return new ModelAndView("toolkit/remove", Map.of("item", item, "shown", shown, "version", version));
		}
		this.editing.remove(id, version, shown, by.getName());
		return done(shown, "It is removed.", redirect);
	}

	@PostMapping(TeamPaths.ONE + "/move")
	ModelAndView move(@PathVariable UUID id, @RequestParam int version, @RequestParam boolean up, Principal by) {
		Edition shown = edition(found(id));
		this.editing.move(id, version, up, shown, by.getName());
		return to(shown);
	}

	/**
	 * Reads the file, if there is one, and checks all that was typed.
	 * @param item what is changed; {@code null} for something new
	 */
	private static @Nullable Upload read(ToolkitForm form, @Nullable ToolkitItem item, BindingResult errors)
			throws IOException {
		StoredFile stored = (item != null) ? item.file() : null;
		if (errors.getTarget() == null) {
			return null;
		}
		if (form.kind() == null || (item != null && item.kind() != form.kind())) {
			errors.reject("typeMismatch");
			return null;
		}
		Upload upload = (form.kind() == ToolkitItem.Kind.FILE && form.hasFile())
				? read(Objects.requireNonNull(form.file()), errors) : null;
		StoredFile present = (upload != null) ? StoredFile.of("", upload) : stored;
		form.check(present, errors);
		return upload;
	}

	private static @Nullable Upload read(Part file, Errors errors) throws IOException {
		try (InputStream content = file.getInputStream()) {
			return Upload.read(content);
		}
		catch (Upload.Refused ex) {
			errors.rejectValue("file", ex.code(), ex.about(), null);
			return null;
		}
	}

	private static ModelAndView form(Edition shown, @Nullable ToolkitItem item, int version, HttpStatus status) {
		return new ModelAndView("toolkit/edit", status).addObject("shown", shown)
			.addObject("item", item)
			.addObject("version", version)
			.addObject("audiences", Audience.values());
	}

	private static String lost(@Nullable Upload upload) {
		return (upload == null || upload.leftOut()
			.isEmpty()) ? "" : " We removed parts of the drawing that could load or run something: "
					+ String.join(", ", upload.leftOut())
					+ ". Check how it looks. If something is missing, save it as a plain SVG without linked files, or as a PNG.";
	}

	private static ModelAndView done(Edition shown, String words, RedirectAttributes redirect) {
		redirect.addFlashAttribute("done", words);
		return to(shown);
	}

	private static ModelAndView to(Edition shown) {
		return new ModelAndView("redirect:/team/toolkit/" + shown.year());
	}

	/** The edition after one, announced or not. */
	private @Nullable Edition next(Edition edition) {
		return this.editions.findAllByOrderByYearDesc()
			.reversed()
			.stream()
			.filter((other) -> other.year() > edition.year())
			.findFirst()
			.orElse(null);
	}

	private ToolkitItem found(UUID id) {
		return this.items.findById(id).orElseThrow(NotFound::new);
	}

	private Edition edition(ToolkitItem item) {
		return this.editions.findById(item.editionId()).orElseThrow(NotFound::new);
	}

	private Edition edition(int year) {
		return this.editions.findByYear(year).orElseThrow(NotFound::new);
	}

	/**
	 * What comes along.
	 *
	 * @param items their ids
	 */
	record Chosen(@Nullable List<@Nullable UUID> items) {

		/** Browsers send only those that are chosen: there are gaps in the list. */
		Set<UUID> ids() {
			return (this.items == null) ? Set.of()
					: this.items.stream().flatMap(Stream::ofNullable).collect(Collectors.toSet());
		}

	}

}
