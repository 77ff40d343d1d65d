package org.awarenessweek.event.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import org.awarenessweek.door.FormStamps;
import org.awarenessweek.door.FormTrap;
import org.awarenessweek.door.NetworkLimits;
import org.awarenessweek.door.OwnCopy;
import org.awarenessweek.door.TooManyRequests;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.event.EventSubmission;
import org.awarenessweek.event.form.EventForm;
import org.awarenessweek.text.Country;
import org.awarenessweek.text.Zones;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where organisers send many events at once: a file, then a table of what it says, to put
 * right and to send. Nothing is kept before that, neither the file nor the table: the
 * page carries all of it.
 */
@Controller
@RequestMapping("/calendar/submit")
class EventFileController {

	private final EventSubmission submission;

	private final EventTables tables;

	private final FormStamps stamps;

	private final NetworkLimits limits;

	EventFileController(EventSubmission submission, EventTables tables, FormStamps stamps, NetworkLimits limits) {
		this.submission = submission;
		this.tables = tables;
		this.stamps = stamps;
		this.limits = limits;
	}

	@ModelAttribute("mostRows")
	int mostRows() {
		return Found.MOST;
	}

	@GetMapping("/file.csv")
	ResponseEntity<String> template(Edition edition) {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"events.csv\"")
			.body(TableEntries.template(edition));
	}

	@GetMapping("/file")
	ModelAndView choose(Edition edition, Model model) {
		if (!edition.takesEvents()) {
			return closed(HttpStatus.OK, model);
		}
		model.addAttribute("form", new FileForm(null));
		return new ModelAndView("event/file/choose", model.asMap());
	}

	@PostMapping(path = "/file", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	ModelAndView read(Edition edition, HttpServletRequest request, HttpServletResponse response, Model model)
			throws IOException, ServletException {
		OwnCopy.allow(response);
		if (!edition.takesEvents()) {
			return closed(HttpStatus.CONFLICT, model);
		}
		Part file = request.getPart("file");
		if (file == null || file.getSubmittedFileName() == null || file.getSubmittedFileName().isEmpty()) {
			return refused(new FileRefused("missing"), model);
		}
		try (InputStream content = file.getInputStream()) {
			this.limits.countForm(request);
			Found found = EventFile.read(content, edition);
			Map<String, String> once = new HashMap<>(EventForm.empty().typed());
			Column.in(Column.Cell.ONCE).forEach((column) -> once.put(column.field(), found.first(column.field())));
			EventForm all = EventForm.of(once);
			model.addAllAttributes(new BeanPropertyBindingResult(all, "form").getModel());
			model.addAttribute("notes", found.notes());
			model.addAttribute("several", Stream.of("organisation", "name", "email").anyMatch(found::differsIn));
			return table(this.tables.read(all, found.entries(), edition), HttpStatus.OK, model);
		}
		catch (FileRefused ex) {
			return refused(ex, model);
		}
		catch (TooManyRequests ex) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(ex.seconds()));
			model.addAttribute("wait", Math.ceilDiv(ex.seconds(), 60));
			model.addAttribute("form", new FileForm(null));
			return new ModelAndView("event/file/choose", model.asMap(), HttpStatus.TOO_MANY_REQUESTS);
		}
	}

	@PostMapping("/file")
	ModelAndView send(@ModelAttribute("form") EventForm all, BindingResult errors,
			@RequestParam Map<String, String> fields, Edition edition, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		OwnCopy.allow(response);
		if (!edition.takesEvents()) {
			return closed(HttpStatus.CONFLICT, model);
		}
		List<Found.Entry> rows = EventTable.typed(fields);
		if (rows.isEmpty() || rows.size() > Found.MOST) {
			errors.reject("event.file.many", new Object[] { Found.MOST }, null);
		}
		EventTable table = this.tables.read(all, rows.subList(0, Math.min(rows.size(), Found.MOST)), edition);
		table.check(errors);
		FormTrap.check(request, errors);
		if (!errors.hasErrors() && table.kept().isEmpty()) {
			errors.reject("event.file.none");
		}
		if (errors.hasErrors() || !table.isRight()) {
			return table(table, HttpStatus.UNPROCESSABLE_CONTENT, model);
		}
		model.addAttribute("stamp", this.stamps.stamp());
		if (fields.get("send") == null) {
			return table(table, HttpStatus.OK, model);
		}
		if (!table.seen().equals(fields.get("seen")) || !this.stamps.genuine(fields.get("stamp"))) {
			model.addAttribute("stale", true);
			return table(table, HttpStatus.UNPROCESSABLE_CONTENT, model);
		}
		try {
			this.limits.countForm(request);
		}
		catch (TooManyRequests ex) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(ex.seconds()));
			model.addAttribute("wait", Math.ceilDiv(ex.seconds(), 60));
			return table(table, HttpStatus.TOO_MANY_REQUESTS, model);
		}
		this.submission.submit(table.events(), edition, false);
		return new ModelAndView("redirect:/calendar/sent" + (this.tables.startSoon(table) ? "?soon=yes" : ""));
	}

	private ModelAndView table(EventTable table, HttpStatus status, Model model) {
		List<ShownRow> rows = this.tables.shown(table);
		List<ShownRow> wrong = rows.stream().filter((row) -> !row.wrong().isEmpty()).toList();
		model.addAttribute("rows", rows);
		model.addAttribute("wrong", wrong);
		model.addAttribute("kept", table.kept().size());
		model.addAttribute("seen", table.seen());
		model.addAttribute("lists", Column.lists());
		model.addAttribute("zones", Zones.all());
		model.addAttribute("countries", Country.all());
		boolean failed = !wrong.isEmpty();
		model.addAttribute("failed", failed);
		return new ModelAndView("event/file/table", model.asMap(),
				(failed && status == HttpStatus.OK) ? HttpStatus.UNPROCESSABLE_CONTENT : status);
	}

	private static ModelAndView refused(FileRefused why, Model model) {
		BindingResult errors = new BeanPropertyBindingResult(new FileForm(null), "form");
		errors.rejectValue("file", why.code(), why.about(), null);
		model.addAllAttributes(errors.getModel());
		return new ModelAndView("event/file/choose", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private static ModelAndView closed(HttpStatus status, Model model) {
		return new ModelAndView("event/form/closed", model.asMap(), status);
	}

	/**
	 * A file to send.
	 *
	 * @param file the file
	 */
	record FileForm(@Nullable Part file) {
	}

}
