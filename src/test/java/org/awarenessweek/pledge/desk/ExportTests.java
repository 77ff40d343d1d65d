package org.awarenessweek.pledge.desk;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Visitor;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeChanges;
import org.awarenessweek.pledge.Pledges;
import org.awarenessweek.pledge.SamplePledges;
import org.awarenessweek.team.TeamRecord;
import org.awarenessweek.team.TeamRecords;
import org.awarenessweek.team.member.TestTeam;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The pledges as a file for the team. */
@JourneyTest
class ExportTests {

	private static final Pattern FILE = Pattern.compile("href=\"(/team/pledges/export/[0-9a-f-]{36}\\.csv)\"");

	private final String own = UUID.randomUUID().toString();

	@LocalServerPort
	private int port;

	@Autowired
	private ApplicationContext application;

	@Autowired
	private Pledges pledges;

	@Autowired
	private PledgeChanges changes;

	@Autowired
	private Editions editions;

	@Autowired
	private TeamRecords records;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private MovableClock clock;

	private Visitor member;

	private Edition edition;

	@BeforeEach
	void signIn() {
		this.member = TestTeam.signedIn(this.application, this.port);
		this.edition = this.editions.findByYear(2019).orElseThrow();
	}

	@Test
	void writesEveryPledgeOfTheWeekAndRecordsWhoTookThem() {
		Pledge shown = save("Ada, \"the\" <first> 阿達 عدا", "ada");
		Pledge withdrawn = save("Nobody", "nobody");
		this.transaction.executeWithoutResult(
				(status) -> this.pledges.findForChange(withdrawn.id()).ifPresent(this.changes::withdraw));
		HttpResponse<String> file = this.member.get(prepare());
		assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
		assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment");
		assertThat(file.headers().firstValue("ETag")).isEmpty();
		assertThat(file.body()).startsWith("\uFEFF\"number\",");
		NamedCsvRecord row = row(file, shown);
		assertThat(row.getField("name")).isEqualTo("Ada, \"the\" <first> 阿達 عدا");
		assertThat(row.getField("address")).isEqualTo("ada" + this.own + "@example.org");
		assertThat(row.getField("organisation")).isEqualTo("Leeds Trust");
		assertThat(row.getField("role")).isEqualTo("Midwife");
		assertThat(row.getField("country")).isEqualTo("England");
		assertThat(row.getField("name shown")).isEqualTo("yes");
		assertThat(row.getField("may write")).isEqualTo("no");
		assertThat(row.getField("signed at")).isEqualTo("2021-06-08T08:38:00Z");
		assertThat(row.getField("state")).isEqualTo("confirmed");
		assertThat(row(file, withdrawn).getField("state")).isEqualTo("withdrawn");
		assertThat(row(file, withdrawn).getField("name")).isEmpty();
		assertThat(this.records.of(this.edition.id())).extracting(TeamRecord::what)
			.anyMatch((what) -> what.startsWith("exported ") && what.endsWith(" of 2019"));
	}

	@Test
	void makesFormulasHarmlessInTheFileAndNowhereElse() {
		List<Pledge> signed = List.of("=1+1", "+44", "-1", "@sum", "x;=1", "＝1", "Ann-Marie")
			.stream()
			.map((name) -> save(name, "f" + Math.abs(name.hashCode())))
			.toList();
		HttpResponse<String> file = this.member.get(prepare());
		assertThat(signed).extracting((pledge) -> row(file, pledge).getField("name"))
			.containsExactly("'=1+1", "'+44", "'-1", "'@sum", "x;'=1", "'＝1", "Ann-Marie");
		assertThat(this.member.get("/team/pledges/" + signed.getFirst().id()).body()).contains("<bdi>=1+1</bdi>");
	}

	@Test
	void readsManyInPortionsEachOnceAndTellsHowFarItCame() {
		int before = rows(this.member.get(prepare())).size();
		for (int saved = 0; saved < 2001; saved += 29) {
			int first = saved;
			this.transaction.executeWithoutResult(
					(status) -> IntStream.range(first, first + 29).forEach((i) -> save("Person " + i, i + "-")));
		}
		String file = prepare();
		assertThat(this.member.get("/team/pledges/export").headers().firstValue("Refresh"))
			.as("under the download link")
			.isEmpty();
		List<NamedCsvRecord> rows = rows(this.member.get(file));
		assertThat(rows).hasSize(before + 2001);
		assertThat(rows.stream().map((row) -> row.getField("number")).distinct()).hasSize(before + 2001);
		HttpResponse<String> page = this.member.get("/team/pledges/export");
		assertThat(page.body()).contains("Complete: %,d".formatted(before + 2001));
	}

	@Test
	void handsAFileOverOnceToTheMemberWhoPreparedItWithinAnHour() {
		Visitor other = TestTeam.signedIn(this.application, this.port);
		String file = prepare();
		assertThat(other.get(file).statusCode()).isEqualTo(404);
		assertThat(this.member.get(file).statusCode()).isEqualTo(200);
		assertThat(this.member.get(file).statusCode()).isEqualTo(404);
		String late = prepare();
		this.clock.advance(Duration.ofMinutes(61));
		assertThat(this.member.get(late).statusCode()).isEqualTo(404);
		assertThat(this.member.get("/team/pledges/export").body()).contains("Not downloaded");
		assertThat(Visitor.redirect(new Visitor(this.port).get(late))).contains("/team/sign-in");
	}

	private Pledge save(String name, String address) {
		return SamplePledges.begin(this.changes,
				SamplePledges.confirmed(this.edition, name, address + this.own + "@example.org"));
	}

	private String prepare() {
		String page = Visitor.redirect(this.member.post("/team/pledges/export", "year", "2019"));
		Matcher file = FILE.matcher(this.member.get(page).body());
		assertThat(file.find()).isTrue();
		return file.group(1);
	}

	private static List<NamedCsvRecord> rows(HttpResponse<String> file) {
		return CsvReader.builder().ofNamedCsvRecord(file.body().substring(1)).stream().toList();
	}

	private static NamedCsvRecord row(HttpResponse<String> file, Pledge pledge) {
		return rows(file).stream()
			.filter((row) -> row.getField("number").equals(pledge.certificateNumber()))
			.findFirst()
			.orElseThrow();
	}

}
