package org.awarenessweek.impact;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.event.Events;
import org.awarenessweek.event.SampleEvents;
import org.awarenessweek.team.TeamTask;
import org.awarenessweek.team.member.TestTeam;
import org.awarenessweek.toolkit.Downloads;
import org.awarenessweek.toolkit.upload.SampleFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The team says what a week achieved. Each test takes that away again. */
@JourneyTest
class ImpactTests {

	private static final String DESK = "/team/editions/2021/impact";

	private static final String PAGE = "/editions/2021/impact";

	@LocalServerPort
	private int port;

	@Autowired
	private ApplicationContext application;

	@Autowired
	private JdbcClient database;

	@Autowired
	private Editions editions;

	@Autowired
	private Events events;

	@Autowired
	private ImpactCounting counting;

	@Autowired
	private Downloads downloads;

	@Autowired
	private ImpactTask task;

	@Autowired
	private MovableClock clock;

	private Edition edition;

	private Visitor member;

	private Visitor visitor;

	@BeforeEach
	void signIn() {
		this.edition = this.editions.current();
		this.member = TestTeam.signedIn(this.application, this.port);
		this.visitor = new Visitor(this.port);
	}

	@AfterEach
	void takeItAway() {
		this.database.sql("delete from impact").update();
		this.database.sql("delete from toolkit_item").update();
		this.database.sql("delete from toolkit_content").update();
		this.downloads.store();
		this.database.sql("delete from toolkit_download").update();
		this.clock.set(MovableClock.START);
	}

	@Test
	void isPublishedWithTheFiguresOfThatMoment() {
		assertThat(this.member.get(DESK).body()).contains("This is a draft");
		write("## Thank you\n\n52 towns took part.", -1);
		assertThat(this.visitor.get(PAGE).statusCode()).isEqualTo(404);
		assertThat(act("publish", 0).statusCode()).isEqualTo(303);
		ImpactFigures then = this.counting.count(this.edition);
		this.events.save(SampleEvents.published(this.edition, "Later " + System.nanoTime(),
				SampleEvents.uk(SampleEvents.TUESDAY, "21:00", "22:00")));
		String page = this.visitor.get(PAGE).body();
		assertThat(this.counting.count(this.edition).events()).isEqualTo(then.events() + 1);
		assertThat(page).contains("What the week of 2021 achieved", "52 towns took part.", ">" + then.events() + "<");
		assertThat(this.visitor.get("/editions/growth").body()).contains("href=\"" + PAGE + "\"");
		act("take-down", 1);
		assertThat(this.visitor.get(PAGE).statusCode()).isEqualTo(404);
	}

	@Test
	void showsThePicturesOfTheToolkitAndHowOftenItsFilesWereFetched() {
		this.member.get("/team/toolkit/2021/add?kind=FILE");
		add("Songs in Leeds", "showsImpact", "true");
		add("Only to download", "audience", "PRESS");
		this.visitor.fetch("/toolkit/2021/songs-in-leeds.png");
		this.visitor.fetch("/toolkit/2021/songs-in-leeds.png");
		this.downloads.store();
		write("Thank you.", -1);
		assertThat(this.member.get(DESK).body()).contains("<strong>2</strong> downloads");
		act("publish", 0);
		this.visitor.fetch("/toolkit/2021/songs-in-leeds.png");
		this.downloads.store();
		String page = this.visitor.get(PAGE).body();
		assertThat(page).contains("<strong>2</strong> downloads", "src=\"/toolkit/2021/preview/songs-in-leeds.png\"",
				"alt=\"Alt of Songs in Leeds\"", "<figcaption><bdi>Songs in Leeds</bdi>");
		assertThat(page).doesNotContain("Only to download");
	}

	@Test
	void keepsFiguresThatWerePublishedBeforeDownloadsWereCounted() {
		write("Thank you.", -1);
		act("publish", 0);
		this.database
			.sql("update impact set figures = json '{\"events\":3,\"organisers\":2,\"recordings\":0,\"people\":1,"
					+ "\"organisations\":0,\"deeds\":0,\"days\":[],\"formats\":[],\"countries\":[]}'")
			.update();
		assertThat(this.visitor.get(PAGE).body()).contains(">3</strong> events").doesNotContain("downloads");
	}

	private void add(String title, String... more) {
		List<String> fields = new ArrayList<>(
				List.of("version", "0", "kind", "FILE", "title", title, "alternative", "Alt of " + title));
		fields.addAll(List.of(more));
		if (!fields.contains("audience")) {
			fields.addAll(List.of("audience", "EVERYONE"));
		}
		assertThat(this.member
			.upload("/team/toolkit/2021/add", "a.png", SampleFiles.picture("png", 900, 600),
					fields.toArray(String[]::new))
			.statusCode()).isEqualTo(303);
	}

	@Test
	void countsEachEventUnderItsDayItsFormatAndItsCountry() {
		ImpactFigures before = this.counting.count(this.edition);
		this.events.save(SampleEvents.published(this.edition, "Counted " + System.nanoTime(),
				SampleEvents.uk(SampleEvents.TUESDAY.plusDays(2), "12:00", "13:00")));
		ImpactFigures after = this.counting.count(this.edition);
		assertThat(after.events()).isEqualTo(before.events() + 1);
		assertThat(number(after.days(), "Thursday 10 June")).isEqualTo(number(before.days(), "Thursday 10 June") + 1);
		assertThat(sum(after.formats())).isEqualTo(after.events());
		assertThat(after.days().stream().map(ImpactFigures.Group::number))
			.allSatisfy((number) -> assertThat(ImpactFigures.length(after.days(), number)).isBetween(0L, 100L));
	}

	@Test
	void waitsOnTheDeskOnceTheWeekIsOver() {
		assertThat(open()).isZero();
		this.clock.advance(Duration.ofDays(7));
		assertThat(open()).isOne();
		write("Thank you.", -1);
		act("publish", 0);
		assertThat(open()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "'  ',Enter an answer", "'# Title',has a title already", "{wek} is over,{wek}" })
	void refusesWhatIsNotFitForThePage(String words, String why) {
		HttpResponse<String> refusal = this.member.post(DESK, "version", "-1", "words", words);
		assertThat(refusal.statusCode()).isEqualTo(422);
		assertThat(refusal.body()).contains(why);
	}

	@Test
	void isNotOverwrittenByWhoeverComesLater() {
		write("Theirs.", -1);
		HttpResponse<String> late = this.member.post(DESK, "version", "-1", "words", "Mine.");
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("Mine.</textarea>", "<p>Theirs.</p>", "name=\"version\" value=\"0\"");
		assertThat(act("publish", 7).statusCode()).isEqualTo(409);
	}

	@Test
	void isPreviewedWithoutSaving() {
		String preview = this.member.post(DESK, "version", "-1", "words", "So *many*.", "preview", "yes").body();
		assertThat(preview).contains("<em>many</em>", "So *many*.</textarea>");
		assertThat(this.database.sql("select count(*) from impact").query(Long.class).single()).isZero();
	}

	private void write(String words, int version) {
		assertThat(this.member.post(DESK, "version", String.valueOf(version), "words", words).statusCode())
			.isEqualTo(303);
	}

	private HttpResponse<String> act(String what, int version) {
		return this.member.post(DESK + "/" + what, "version", String.valueOf(version));
	}

	private long open() {
		return this.task.waiting().stream().mapToLong(TeamTask::open).sum();
	}

	private static long number(List<ImpactFigures.Group> groups, String name) {
		return groups.stream()
			.filter((group) -> group.name().equals(name))
			.mapToLong(ImpactFigures.Group::number)
			.sum();
	}

	private static long sum(List<ImpactFigures.Group> groups) {
		return groups.stream().mapToLong(ImpactFigures.Group::number).sum();
	}

}
