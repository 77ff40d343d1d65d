package org.awarenessweek.home;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.edition.PledgeWording;
import org.awarenessweek.edition.Week;
import org.awarenessweek.edition.Wording;
import org.awarenessweek.event.content.EventDetails;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.Events;
import org.awarenessweek.event.SampleEvents;
import org.awarenessweek.page.AllPages;
import org.awarenessweek.text.HomeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages that depend on the date, in the first minute of each of 730 days in the UK.
 * In these two years the week of 2021 takes place; the next is announced without a theme,
 * opens, gets its theme, takes place and closes. Nobody does anything else.
 */
@JourneyTest
class EveryDayTests {

	private static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 1);

	private static final Week WEEK_OF_2021 = new Week(LocalDate.of(2021, 6, 7), LocalDate.of(2021, 6, 13));

	private static final Week WEEK_OF_2022 = new Week(LocalDate.of(2022, 6, 13), LocalDate.of(2022, 6, 19));

	private static final LocalDate ANNOUNCED = LocalDate.of(2022, 1, 10);

	private static final LocalDate OPENED = LocalDate.of(2022, 2, 1);

	private static final LocalDate THEME_KNOWN = LocalDate.of(2022, 4, 20);

	private static final LocalDate CLOSED = LocalDate.of(2022, 10, 1);

	/** The last day that belongs to its week. */
	private static final LocalDate ENCORE = LocalDate.of(2022, 7, 3);

	/** What the team does in these years, by day. */
	private static final Map<LocalDate, String> CHANGES = Map.of(ANNOUNCED, "announced_at = current_timestamp", OPENED,
			"takes_events = true, takes_pledges = true, pledge_statement = 'We pledge to ask about babies.'",
			THEME_KNOWN, "theme = 'Understanding Early Trauma'", CLOSED, "takes_events = false, takes_pledges = false");

	/** How many days after the first of a week something changes by itself. */
	private static final Set<Integer> TURNS = Set.of(-84, 0, 7, 21);

	private static final List<String> PAGES = List.of("/about", "/theme", "/get-involved", "/calendar",
			"/calendar?view=week", "/calendar?q=birth", "/calendar/embed", "/calendar/appg-for-conception-to-age-two",
			"/calendar/begin-before-birth-emotional-wellbeing-during-pregnancy", "/calendar/by/genesis-research-trust",
			"/editions", "/editions/2019", "/editions/2021", "/editions/2020/calendar", "/pledge/wall");

	private static final Pattern MAIN_HEADING = Pattern.compile("<h1");

	/** A heading, and right behind it the end of its section or another heading. */
	private static final Pattern HEADING_OF_NOTHING = Pattern
		.compile("</h([1-6])>(?:\\s|<(?!/?(?:section|main|h[1-6]|img)\\b)[^>]*>)*(?:</(?:section|main)>|<h([1-6]))");

	/** The words drawn in the picture of an event, which never changes. */
	private static final Pattern PICTURE = Pattern.compile("<meta property=\"og:image:alt\"[^>]*>");

	private static final Pattern EMPTY = Pattern.compile("<(ul|ol|dl|li|p|h[1-6]|section)\\b[^>]*>\\s*</\\1>");

	private static final List<String> UNFINISHED = List.of("null", "${", "#{", "??", "{0}");

	private static final List<String> INVITATIONS_OF_EVENTS = List.of("Add your", "add your", "Put your", "put your");

	private static final List<String> INVITATIONS_TO_SIGN = List.of("Sign the pledge", "sign the pledge");

	/** What is wrong once every day that belongs to the week is past. */
	private static final List<String> STILL_TO_COME = List.of("to be confirmed", "to be announced", "Theme to follow",
			"time to follow", "Link to follow", "on the calendar yet", "what is on", "What is on");

	private static final Pattern STATE = Pattern
		.compile("Save the date|Starts (?:tomorrow|in \\d+ days)|On now: day \\d of 7|Took place [^<]*");

	private static final Pattern TODAY = Pattern.compile("day=([\\d-]+)#results\"(?:(?!</a>).)* today<",
			Pattern.DOTALL);

	@Autowired
	private ApplicationContext application;

	@Autowired
	private MovableClock clock;

	@Autowired
	private Editions editions;

	@Autowired
	private Events events;

	@Autowired
	private JdbcClient database;

	@LocalServerPort
	private int port;

	/** Another test may have drafted that year. */
	@BeforeEach
	void draftTheNextWeek() {
		this.database.sql("update edition set calendar_year = 2999 where calendar_year = 2022").update();
		Edition next = this.editions.save(new Edition(WEEK_OF_2022,
				new Wording(null, null, "", "#IMHAW22", List.of(), Map.of(), PledgeWording.NONE)));
		LocalDate tuesday = WEEK_OF_2022.first().plusDays(1);
		add(next, "Songs, recorded", SampleEvents.uk(tuesday, "09:00", "10:00"), "https://example.org/songs");
		add(next, "Exhibition", EventTime.allDay(WEEK_OF_2022.first(), WEEK_OF_2022.last(), HomeZone.get()), null);
		add(next, "Encore", SampleEvents.uk(ENCORE, "09:00", "10:00"), "https://example.org/encore");
	}

	@AfterEach
	void takeItBack() {
		this.database.sql("delete from event where edition_id = (select id from edition where calendar_year = 2022)")
			.update();
		this.database.sql("delete from edition where calendar_year = 2022").update();
		this.database.sql("update edition set calendar_year = 2022 where calendar_year = 2999").update();
		this.clock.set(MovableClock.START);
		AllPages.forget(this.application);
	}

	@Test
	void saysNothingUntrueOnAnyOf730Days() {
		Visitor visitor = new Visitor(this.port);
		for (LocalDate day : FIRST_DAY.datesUntil(FIRST_DAY.plusDays(730)).toList()) {
			if (CHANGES.containsKey(day)) {
				this.database.sql("update edition set " + CHANGES.get(day) + " where calendar_year = 2022").update();
				AllPages.forget(this.application);
			}
			this.clock.set(day.atStartOfDay(HomeZone.get()).toInstant());
			checkHome(day, check("/", day, visitor));
			if (isATurn(day) || day.getDayOfMonth() == 1 && day.getMonthValue() % 6 == 1) {
				pages(day).forEach((path) -> check(path, day, visitor));
			}
		}
	}

	/** What holds for every page. */
	private static String check(String path, LocalDate day, Visitor visitor) {
		HttpResponse<String> answer = visitor.get(path);
		String page = PICTURE.matcher(answer.body()).replaceAll("");
		Site site = Site.on(day);
		String where = path + " on " + day;
		assertThat(answer.statusCode()).as(where).isEqualTo(200);
		assertThat(found(MAIN_HEADING, page)).as(where).hasSize(1);
		assertThat(said(UNFINISHED, page)).as(where).isEmpty();
		assertThat(found(EMPTY, page)).as(where).isEmpty();
		assertThat(HEADING_OF_NOTHING.matcher(page)
			.results()
			.filter((heading) -> heading.group(2) == null || heading.group(2).compareTo(heading.group(1)) <= 0)
			.map(MatchResult::group)).as("headings of nothing, %s", where).isEmpty();
		assertThat(page.contains("\"/calendar/submit\"")).as("invites events, %s", where)
			.isEqualTo(site.invitesEvents());
		if (!site.invitesEvents()) {
			assertThat(said(INVITATIONS_OF_EVENTS, page)).as(where).isEmpty();
		}
		if (!site.takesPledges()) {
			assertThat(said(INVITATIONS_TO_SIGN, page)).as(where).isEmpty();
		}
		if (day.isAfter(site.week().last().plusDays(Edition.NEARBY_DAYS))) {
			assertThat(said(STILL_TO_COME, page)).as(where).isEmpty();
		}
		boolean strip = page.contains("Days of the week") && !path.contains("2020");
		assertThat(TODAY.matcher(page).results().map((tile) -> tile.group(1))).as("marked as today, %s", where)
			.isEqualTo(strip && site.week().contains(day) ? List.of(day.toString()) : List.of());
		return page;
	}

	private static void checkHome(LocalDate day, String page) {
		Site site = Site.on(day);
		assertThat(found(STATE, page.substring(page.indexOf("<h1"), page.indexOf("</section>")))).as("state on %s", day)
			.isEqualTo(site.state(day));
		boolean over = day.isAfter(site.week().last());
		assertThat(page.contains("Days of the week")).as("day strip on %s", day)
			.isEqualTo(!over && !site.saveTheDate(day));
		assertThat(page.contains("Sign the pledge")).as("pledge on %s", day).isEqualTo(site.takesPledges());
		List<LocalDate> next = days(page, site.saveTheDate(day) ? "Already on the calendar" : "Next events");
		List<LocalDate> onNow = days(page, "On now");
		List<LocalDate> recorded = days(page, "Watch again");
		assertThat(next).as("next events on %s", day).allMatch((coming) -> !coming.isBefore(day));
		assertThat(onNow).as("on now on %s", day).allMatch((begun) -> !begun.isAfter(day));
		assertThat(recorded).as("recorded by %s", day).allMatch((past) -> past.isBefore(day));
		if (site.week() == WEEK_OF_2022) {
			assertThat(next.isEmpty()).as("nothing next on %s", day).isEqualTo(day.isAfter(ENCORE));
			assertThat(onNow.isEmpty()).as("nothing on now on %s", day).isEqualTo(!site.week().contains(day));
			assertThat(recorded.isEmpty()).as("nothing recorded on %s", day).isEqualTo(!over);
		}
		assertThat(page.contains("See you next June")).as("next June on %s", day)
			.isEqualTo(over && day.getYear() == site.week().first().getYear());
	}

	private static List<String> said(List<String> words, String page) {
		return words.stream().filter(page::contains).toList();
	}

	private static List<String> found(Pattern words, String page) {
		return words.matcher(page).results().map(MatchResult::group).toList();
	}

	/** The days of the events in a section. */
	private static List<LocalDate> days(String page, String heading) {
		return Pattern.compile(">" + heading + "</h2>.*?</section>", Pattern.DOTALL)
			.matcher(page)
			.results()
			.flatMap((section) -> Pattern.compile("datetime=\"([\\d-]+)\"").matcher(section.group()).results())
			.map((day) -> LocalDate.parse(day.group(1)))
			.toList();
	}

	private static boolean isATurn(LocalDate day) {
		return CHANGES.containsKey(day) || Stream.of(WEEK_OF_2021, WEEK_OF_2022)
			.anyMatch((week) -> TURNS.contains((int) ChronoUnit.DAYS.between(week.first(), day)));
	}

	private static List<String> pages(LocalDate day) {
		List<String> pages = new ArrayList<>(PAGES);
		if (!day.isBefore(ANNOUNCED)) {
			pages.add("/editions/2022");
		}
		if (day.isBefore(ANNOUNCED) || !day.isBefore(OPENED)) {
			pages.add("/pledge");
		}
		return pages;
	}

	private void add(Edition edition, String title, EventTime time, @Nullable String recording) {
		this.events.save(SampleEvents.published(edition,
				new EventDetails(title, "We sing.", null, null, true, null, Set.of(), null, null, null, recording),
				time, SampleEvents.online(), "Babies in Mind"));
	}

	/** What must be true on a day. */
	private record Site(Week week, boolean hasTheme, boolean takesPledges, boolean invitesEvents) {

		static Site on(LocalDate day) {
			if (day.isBefore(ANNOUNCED)) {
				return new Site(WEEK_OF_2021, true, true, !day.isAfter(LocalDate.of(2021, 6, 27)));
			}
			boolean open = !day.isBefore(OPENED) && day.isBefore(CLOSED);
			return new Site(WEEK_OF_2022, !day.isBefore(THEME_KNOWN), open, open && !day.isAfter(ENCORE));
		}

		boolean saveTheDate(LocalDate day) {
			return day.isBefore(this.week.first()) && (!this.hasTheme || day.plusDays(84).isBefore(this.week.first()));
		}

		List<String> state(LocalDate day) {
			if (day.isAfter(this.week.last())) {
				return List
					.of("Took place " + ((this.week == WEEK_OF_2021) ? "7 to 13 June 2021" : "13 to 19 June 2022"));
			}
			long days = ChronoUnit.DAYS.between(day, this.week.first());
			if (days <= 0) {
				return List.of("On now: day " + (1 - days) + " of 7");
			}
			String left = (days == 1) ? "Starts tomorrow" : "Starts in " + days + " days";
			return saveTheDate(day) ? List.of("Save the date", left) : List.of(left);
		}

	}

}
