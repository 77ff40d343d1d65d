package org.awarenessweek.team.desk;

import org.awarenessweek.team.TeamRecords;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The team's first page. */
@Controller
class TeamController {

	private static final int RECORDS_SHOWN = 20;

	private final TeamDesk desk;

	private final TeamRecords records;

	TeamController(TeamDesk desk, TeamRecords records) {
		this.desk = desk;
		this.records = records;
	}

	@GetMapping("/team")
	String desk(Model model) {
		model.addAttribute("tasks", this.desk.tasks());
		model.addAttribute("outage", this.desk.outage());
		model.addAttribute("records", this.records.latest(RECORDS_SHOWN));
		return "team/desk/desk";
	}

}
