package org.awarenessweek.pledge.wall;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.QueryCount;
import org.awarenessweek.Visitor;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.page.AllPages;
import org.awarenessweek.pledge.PledgeChanges;
import org.awarenessweek.pledge.SamplePledges;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@JourneyTest
class WallPagesTests {

	private static final int MOST_QUERIES = 4;

	/** A word that only this test's names have. */
	private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

	@LocalServerPort
	private int port;

	@Autowired
	private ApplicationContext application;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private PledgeChanges changes;

	@Autowired
	private JdbcClient database;

	@Autowired
	private Editions editions;

	private Visitor visitor;

	private Edition edition;

	@BeforeEach
	void arrive() {
		this.visitor = new Visitor(this.port);
		this.edition = this.editions.current();
	}

	@Test
	void turnsThePagesDownAndUpAgain() {
		sign(70);
		List<String> down = new ArrayList<>();
		String path = "/pledge/wall?q=" + this.word;
		for (String next = path; next != null; next = link(body(next), "next")) {
			path = next;
			down.addAll(names(body(next)));
		}
		assertThat(down).isEqualTo(IntStream.range(0, 70).mapToObj((i) -> "Person " + (69 - i)).toList());
		String above = link(body(path), "prev");
		assertThat(names(body(above))).isEqualTo(down.subList(30, 60));
		String top = link(body(above), "prev");
		assertThat(names(body(top))).isEqualTo(down.subList(0, 30));
		assertThat(link(body(top), "prev")).isNull();
	}

	@Test
	void showsTheWholeFirstPageWhenSomebodyComesBackToIt() {
		sign(35);
		String second = link(body("/pledge/wall?q=" + this.word), "next");
		assertThat(names(body(second))).hasSize(5);
		assertThat(names(body(link(body(second), "prev")))).hasSize(30);
	}

	@Test
	void needsAsManyQueriesForAThousandAsForTen() {
		sign(10);
		long few = queries();
		sign(1000);
		assertThat(queries()).isEqualTo(few).isLessThanOrEqualTo(MOST_QUERIES);
		String next = Objects.requireNonNull(link(body("/pledge/wall"), "next"));
		assertThat(QueryCount.of(this.application, () -> this.visitor.get(next))).isLessThanOrEqualTo(MOST_QUERIES);
	}

	@Test
	void showsOrganisationsFirstAndPeopleByThemselves() {
		SamplePledges.begin(this.changes,
				SamplePledges.ofOrganisation(this.edition, this.word + " Trust", this.word + "@example.org"));
		SamplePledges.begin(this.changes, SamplePledges.confirmed(this.edition, "Person 1 " + this.word,
				this.word + "1@example.org", SamplePledges.CONFIRMED_AT.plusSeconds(9999)));
		String body = body("/pledge/wall");
		int people = body.indexOf("id=\"names\"");
		assertThat(body.substring(0, people)).contains("have signed", "since ", "id=\"organisations\"", "Has signed");
		assertThat(body.substring(people)).contains("<strong><bdi>").doesNotContain(this.word + " Trust");
		assertThat(body("/pledge/wall/organisations?q=" + this.word)).contains(this.word + " Trust");
		assertThat(body("/pledge/wall?q=" + this.word)).contains(this.word + " Trust", "Person 1 " + this.word);
	}

	@Test
	void showsPeopleAndOrganisationsOfAPastWeek() {
		UUID before = this.editions.findByYear(2018).orElseThrow().id();
		SamplePledges.begin(this.changes,
				SamplePledges.ofOrganisation(this.edition, this.word + " Trust", this.word + "@example.org"));
		SamplePledges.begin(this.changes,
				SamplePledges.confirmed(this.edition, "Person " + this.word, this.word + "1@example.org"));
		change("update edition set pledge_statement = 'We pledge.' where id = ?", before);
		change("update wall_line set edition_id = ? where pledge_id in (select id from pledge where address like ?)",
				before, this.word + "%");
		try {
			assertThat(body("/editions/2018/pledges")).contains("Person " + this.word, this.word + " Trust");
		}
		finally {
			change("update wall_line set edition_id = ? where edition_id = ?", this.edition.id(), before);
			change("update edition set pledge_statement = null where id = ?", before);
		}
	}

	@Test
	void stillHasThePagesOfLinksFromWhenAllWereTogether() {
		sign(3);
		String top = "1_" + new UUID(0, 0) + "_" + WallTerm.everyone().text();
		HttpResponse<String> above = this.visitor
			.get("/pledge/wall?above=" + URLEncoder.encode(top, StandardCharsets.UTF_8));
		assertThat(above.statusCode()).isEqualTo(200);
		assertThat(above.body()).contains("id=\"names\"").doesNotContain("No person’s name");
	}

	@Test
	void foldsTheOtherFiltersAndSaysHowManyAreChosen() {
		assertThat(body("/pledge/wall?q=" + this.word)).contains("<details>", "More filters</summary>");
		assertThat(body("/pledge/wall?kind=MYSELF&role=MIDWIFE")).contains("<details open", "More filters (2 chosen)");
	}

	@Test
	void showsNamesExactlyAsGivenAndNothingOfThemAsMarkup() {
		String name = "<b>Ἀδα</b> & O’Neill עדה";
		SamplePledges.begin(this.changes,
				SamplePledges.confirmed(this.edition, name + " " + this.word, this.word + "@example.org"));
		assertThat(body("/pledge/wall?q=" + this.word)).contains("&lt;b&gt;Ἀδα&lt;/b&gt; &amp; O’Neill עדה")
			.doesNotContain("<b>", "example.org");
	}

	@Test
	void saysThatNobodyMatches() {
		HttpResponse<String> answer = this.visitor.get("/pledge/wall?q=" + this.word);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("No names match").contains("value=\"" + this.word);
	}

	@Test
	void findsNobodyByNoLetterAtAll() {
		sign(1);
		HttpResponse<String> answer = this.visitor.get("/pledge/wall?q=!!!");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("No names match", "value=\"!!!\"").doesNotContain(this.word);
	}

	@Test
	void isThereForACache() {
		HttpResponse<String> answer = this.visitor.get("/pledge/wall?q=" + this.word);
		assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, no-cache");
		assertThat(answer.headers().firstValue("ETag")).isPresent();
		assertThat(this.visitor.cookies()).isEmpty();
	}

	private void sign(int number) {
		Instant first = SamplePledges.CONFIRMED_AT;
		String some = UUID.randomUUID().toString();
		this.transaction.executeWithoutResult((status) -> IntStream.range(0, number)
			.forEach((i) -> SamplePledges.begin(this.changes,
					SamplePledges.confirmed(this.edition, "Person " + i + " " + this.word, some + i + "@example.org",
							first.plusSeconds(i / 7).plusNanos(1000L * i)))));
	}

	private void change(String sql, Object... values) {
		this.transaction.executeWithoutResult((status) -> this.database.sql(sql).params(values).update());
		AllPages.forget(this.application);
	}

	private long queries() {
		return QueryCount.of(this.application, () -> this.visitor.get("/pledge/wall"));
	}

	private String body(@Nullable String path) {
		return this.visitor.get(Objects.requireNonNull(path)).body();
	}

	private List<String> names(String body) {
		return Pattern.compile("<strong><bdi>(Person \\d+) " + this.word)
			.matcher(body)
			.results()
			.map((match) -> match.group(1))
			.toList();
	}

	private static @Nullable String link(String body, String rel) {
		return Pattern.compile("rel=\"" + rel + "\" href=\"([^\"]+)\"")
			.matcher(body)
			.results()
			.findFirst()
			.map((match) -> match.group(1).replace("&amp;", "&"))
			.orElse(null);
	}

}
