package org.awarenessweek.pledge.burst;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.awarenessweek.pledge.Pledges;
import org.awarenessweek.site.Cursor;
import org.awarenessweek.site.CursorPage;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.team.TeamPaths;
import org.awarenessweek.team.TeamRecords;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The team's pages for what is set aside. Bringing a batch back first shows how many
 * pledges it affects.
 */
@Controller
@RequestMapping("/team/pledges/set-aside")
class SetAsideController {

	private static final int LENGTH = 50;

	private static final int SAMPLE = 20;

	private final Pledges pledges;

	private final SetAsides batches;

	private final SettingAside settingAside;

	private final TeamRecords records;

	SetAsideController(Pledges pledges, SetAsides batches, SettingAside settingAside, TeamRecords records) {
		this.pledges = pledges;
		this.batches = batches;
		this.settingAside = settingAside;
		this.records = records;
	}

	@GetMapping
	ModelAndView batches(@RequestParam(required = false) @Nullable String above,
			@RequestParam(required = false) @Nullable String below) {
		CursorPage<SetAside, Cursor> page = CursorPage.read(Cursor.read(above), Cursor.read(below), LENGTH, this::find,
				(batch) -> new Cursor(batch.doneAt(), batch.id(), ""));
		Map<UUID, SetAsides.Size> sizes = this.batches.sizes(page.items().stream().map(SetAside::id).toList())
			.stream()
			.collect(Collectors.toMap(SetAsides.Size::batch, (size) -> size));
		return new ModelAndView("pledge/burst/team-batches").addObject("page", page).addObject("sizes", sizes);
	}

	private List<SetAside> find(@Nullable Cursor cursor, boolean upwards, int most) {
		Cursor from = (cursor != null) ? cursor : Cursor.TOP;
		return upwards ? this.batches.findAbove(from.at(), from.id(), Limit.of(most))
				: this.batches.findBelow(from.at(), from.id(), Limit.of(most));
	}

	@GetMapping(TeamPaths.ONE)
	ModelAndView batch(@PathVariable UUID id) {
		SetAside batch = this.batches.findById(id).orElseThrow(NotFound::new);
		return new ModelAndView("pledge/burst/team-batch").addObject("batch", batch)
			.addObject("size", this.batches.size(id))
			.addObject("sample", this.pledges.findAllByIds(this.pledges.findSetAside(id, Limit.of(SAMPLE))))
			.addObject("records", this.records.of(id));
	}

	@PostMapping(TeamPaths.ONE)
	ModelAndView bringBack(@PathVariable UUID id, @RequestParam int number, Principal by, RedirectAttributes redirect) {
		try {
			this.settingAside.bringBack(id, number, by.getName());
			redirect.addFlashAttribute("done", "We are bringing them back.");
			return new ModelAndView("redirect:/team/pledges/set-aside/" + id);
		}
		catch (StaleForm ex) {
			ModelAndView page = batch(id).addObject("seen", number);
			page.setStatus(HttpStatus.CONFLICT);
			return page;
		}
	}

}
