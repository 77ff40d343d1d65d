package org.awarenessweek.mine;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.mail.internet.MimeMessage;
import org.awarenessweek.JourneyTest;
import org.awarenessweek.MovableClock;
import org.awarenessweek.QueryCount;
import org.awarenessweek.Visitor;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.event.EventModeration;
import org.awarenessweek.event.EventSubmission;
import org.awarenessweek.event.SampleEvents;
import org.awarenessweek.event.content.Audience;
import org.awarenessweek.event.content.EventContent;
import org.awarenessweek.event.content.EventDetails;
import org.awarenessweek.event.content.Organiser;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.OwnLinks;
import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.picture.Pictures;
import org.awarenessweek.picture.SamplePictures;
import org.awarenessweek.team.member.TestTeam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What organisers and signatories do without an account, by a link in an email. */
@JourneyTest
class OwnPageTests {

	private static final LocalDate FRIDAY = LocalDate.of(2021, 6, 11);

	private static final Pattern LINK = Pattern.compile("http://localhost(/mine\\?token=[\\w-]+)");

	private final String title = "Songs " + UUID.randomUUID();

	private final EmailAddress address = new EmailAddress(UUID.randomUUID() + "@example.org");

	@Autowired
	private ApplicationContext application;

	@Autowired
	private EventModeration moderation;

	@Autowired
	private EventSubmission submission;

	@Autowired
	private OwnLinks links;

	@Autowired
	private OwnLinkRetention retention;

	@Autowired
	private Editions editions;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient database;

	@LocalServerPort
	private int port;

	private Visitor visitor;

	@BeforeEach
	void arrive() {
		this.clock.set(MovableClock.START);
		this.visitor = new Visitor(this.port);
	}

	@AfterEach
	void leaveNothingOnTheCalendar() {
		this.database.sql("delete from event where title like ?").param("%" + this.title).update();
	}

	@Test
	void sendsTheSameAnswerToEveryAddressAndALinkToTheirs() {
		published();
		TestMailServer.mailsTo(this.address.value(), 1);
		String unknown = "unknown-" + this.address;
		for (String to : List.of(this.address.value(), this.address.value(), unknown)) {
			assertThat(Visitor.redirect(this.visitor.post("/mine", "email", to))).isEqualTo("/mine/sent");
		}
		assertThat(this.visitor.get("/mine/sent").body()).contains("Check your inbox");
		MimeMessage mail = TestMailServer.mailsTo(this.address.value(), 2).getLast();
		HttpResponse<String> page = this.visitor.get(link(mail));
		assertThat(page.body()).contains(this.title, this.address.value(), "On the calendar", "You have not signed.");
		assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(page.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
		assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("strict-origin");
		MimeMessage nothing = TestMailServer.onlyMailTo(unknown);
		assertThat(TestMailServer.subjectOf(nothing)).isEqualTo("We keep nothing for your address");
		assertThat(TestMailServer.textOf(nothing)).doesNotContain("token=");
		HttpResponse<String> wrong = this.visitor.post("/mine", "email", "ada at example");
		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(wrong.body()).contains("<title>Error: ", "value=\"ada at example\"");
		assertThat(this.visitor.cookies()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/mine?token=unknown", "/mine/event?token=unknown&event=00000000-0000-0000-0000-000000000000",
					"/mine/event/edit?token=unknown&event=00000000-0000-0000-0000-000000000000",
					"/mine?token=unknown.unknown", "/mine.json?token=unknown" })
	void opensNothingForAnUnknownLink(String path) {
		HttpResponse<String> page = this.visitor.get(path);
		assertThat(page.statusCode()).isEqualTo(404);
		assertThat(page.body()).contains("This link does not work");
	}

	@Test
	void saysAtOnceWhatVisitorsMustKnowAndTellsTheTeam() {
		UUID id = published();
		String member = newMember();
		act(id, "full");
		assertThat(event()).contains("All places are taken");
		act(id, "places");
		assertThat(event()).doesNotContain("All places are taken");
		act(id, "links", "live", "example.org/live", "recording", "https://example.org/recording");
		assertThat(this.database.sql("select live_link || recording_link from event where id = ?")
			.param(id)
			.query(String.class)
			.single()).isEqualTo("https://example.org/livehttps://example.org/recording");
		assertThat(post(id, "postpone", version(id)).body()).contains("Postpone your event?");
		assertThat(event()).doesNotContain("This event is postponed");
		act(id, "postpone", "sure", "yes", "reason", "The hall is flooded.");
		assertThat(event()).contains("This event is postponed").doesNotContain("flooded");
		act(id, "cancel", "sure", "yes");
		assertThat(event()).contains("This event is cancelled");
		assertThat(this.visitor.get("/calendar/" + slug() + ".ics").body()).contains("STATUS:CANCELLED", "SEQUENCE:7");
		assertThat(TestMailServer.mailsTo(member)).isNotEmpty();
		String desk = TestTeam.signedIn(this.application, this.port).get("/team/events/" + id).body();
		assertThat(desk).contains("The organiser has changed this event", "its organiser",
				"postponed “" + this.title + "”: The hall is flooded.", "I have seen it");
	}

	@Test
	void leavesTheCalendarAsItIsUntilTheTeamAccepts() {
		UUID id = published();
		assertThat(Visitor.redirect(edit(id, version(id), "start", "10am", "address", "The New Library, Leeds")))
			.contains("done=change");
		assertThat(event()).contains("9:30am to 11am").doesNotContain("The New Library", "Changed:");
		String own = this.visitor.get(path(id)).body();
		assertThat(own).contains("The change that you asked for", "<del>9:30am</del><ins>10am</ins>");
		assertThat(this.visitor.get(path("/mine/event/edit", id)).body()).contains("value=\"10am\"");
		Visitor member = TestTeam.signedIn(this.application, this.port);
		assertThat(member.get("/team").body()).contains("Events changed by their organisers");
		assertThat(member.get("/team/events").body()).contains("Changed by their organisers", this.title);
		assertThat(member.get("/team/events/" + id).body()).contains("The organiser asks for this change",
				"<del>9:30am</del><ins>10am</ins>");
		assertThat(member.post("/team/events/" + id + "/see", "version", version(id)).statusCode()).isEqualTo(409);
		assertThat(Visitor.redirect(member.post("/team/events/" + id + "/accept", "version", version(id))))
			.isEqualTo("/team/events/" + id);
		assertThat(event()).contains("10am to 11am", "The New Library, Leeds",
				"Now at 10am; was at 9:30am.\nNow at The New Library, Leeds; was at The Old Library, High Street, Leeds.");
		assertThat(this.visitor.get(path(id)).body()).doesNotContain("The change that you asked for");
		assertThat(TestMailServer.subjectOf(TestMailServer.mailsTo(this.address.value(), 2).getLast()))
			.isEqualTo("Your change is on the calendar: " + this.title);
		assertThat(member.post("/team/events/" + id + "/accept", "version", version(id)).statusCode()).isEqualTo(409);
	}

	@Test
	void isToldWhyAChangeIsNotAccepted() {
		UUID id = published();
		edit(id, version(id), "title", "BUY NOW " + this.title);
		Visitor member = TestTeam.signedIn(this.application, this.port);
		String path = "/team/events/" + id + "/refuse";
		assertThat(member.post(path, "version", version(id)).body()).contains("Refuse this change?");
		assertThat(member.post(path, "version", version(id), "sure", "yes").statusCode()).isEqualTo(422);
		Visitor.redirect(member.post(path, "version", version(id), "sure", "yes", "reason", "It is a sale."));
		assertThat(event()).doesNotContain("BUY NOW");
		MimeMessage mail = TestMailServer.mailsTo(this.address.value(), 2).getLast();
		assertThat(TestMailServer.textOf(mail)).contains("It is a sale.");
		assertThat(this.visitor.get(link(mail)).statusCode()).isEqualTo(200);
		assertThat(this.visitor.get(path(id)).body()).contains("We have not accepted", "It is a sale.");
		assertThat(this.visitor.get(path("/mine/event/edit", id)).body()).contains("BUY NOW");
		assertThat(member.post("/team/events/" + id + "/accept", "version", version(id)).statusCode()).isEqualTo(409);
		act(id, "keep");
		assertThat(this.visitor.get(path(id)).body()).doesNotContain("It is a sale.");
	}

	@Test
	void givesTheNewDayOfAPostponedEvent() {
		UUID id = published();
		act(id, "postpone", "sure", "yes");
		edit(id, version(id), "day", "2021-06-11");
		assertThat(event()).contains("This event is postponed");
		Visitor member = TestTeam.signedIn(this.application, this.port);
		Visitor.redirect(member.post("/team/events/" + id + "/accept", "version", version(id)));
		assertThat(event()).doesNotContain("This event is postponed")
			.contains("Now Friday 11 June 2021, 9:30am to 11am (UK time); was Tuesday 8 June 2021");
	}

	@Test
	void asksForNoChangeWhereNothingIsDifferent() {
		UUID id = published();
		String member = newMember();
		edit(id, version(id), "cost", "");
		assertThat(TestMailServer.mailsTo(member)).isEmpty();
		assertThat(this.visitor.get(path(id)).body()).doesNotContain("The change that you asked for");
		edit(id, version(id), "start", "10am");
		edit(id, version(id), "cost", "");
		assertThat(this.visitor.get(path(id)).body()).doesNotContain("The change that you asked for");
		assertThat(event()).contains("9:30am to 11am");
	}

	@Test
	void overwritesNothingThatChangedMeanwhile() {
		UUID id = published();
		String seenByTeam = version(id);
		String seen = version(id);
		Visitor member = TestTeam.signedIn(this.application, this.port);
		edit(id, seen, "start", "10am");
		assertThat(member.post("/team/events/" + id + "/full", "version", seenByTeam, "full", "true").statusCode())
			.as("the team had it open")
			.isEqualTo(409);
		assertThat(member.get("/team/events/" + id).body()).contains("<ins>10am</ins>");
		HttpResponse<String> late = edit(id, seen, "start", "10:15am", "title", "Later " + this.title);
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("while you were writing", "10:15am", "10am", "value=\"Later " + this.title);
		assertThat(Visitor.redirect(edit(id, version(id), "start", "10:15am"))).contains("done=change");
		assertThat(post(id, "full", seen).statusCode()).isEqualTo(409);
		assertThat(event()).doesNotContain("All places are taken");
	}

	@ParameterizedTest
	@ValueSource(strings = { "full", "keep", "cancel", "delete", "forget", "links", "confirm", "copy", "nonsense" })
	void doesNothingWithAnEventOfSomebodyElse(String what) {
		UUID id = published();
		String before = version(id);
		String theirs = token(this.links.to(new EmailAddress("other-" + this.address)));
		HttpResponse<String> answer = this.visitor.post("/mine/event", "token", theirs, "event", id.toString(),
				"version", before, "what", what, "sure", "yes");
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).doesNotContain(this.title);
		assertThat(version(id)).isEqualTo(before);
		assertThat(this.visitor.get("/mine/event?token=" + theirs + "&event=" + id).statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource({ "cancel, CANCELLED", "postpone, POSTPONED" })
	void takesAReasonOfAtMostNineHundredCharacters(String what, String status) {
		UUID id = published();
		HttpResponse<String> long_ = post(id, what, version(id), "sure", "yes", "reason", "x".repeat(901));
		assertThat(long_.statusCode()).isEqualTo(422);
		assertThat(long_.body()).contains("x".repeat(901));
		assertThat(status(id)).isEqualTo("PUBLISHED");
		act(id, what, "sure", "yes", "reason", "x".repeat(900));
		assertThat(status(id)).isEqualTo(status);
	}

	@Test
	void keepsALinkThatCannotBeRead() {
		UUID id = published();
		HttpResponse<String> wrong = post(id, "links", version(id), "live", "see our site", "recording", "");
		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(wrong.body()).contains("<title>Error: ", "href=\"#live\"", "value=\"see our site\"");
	}

	@Test
	void confirmsChangesAndDeletesWhatNobodyHasSeen() {
		this.submission.submit(List.of(content()), this.editions.current(), false);
		UUID id = this.database.sql("select id from event where title = ?")
			.param(this.title)
			.query(UUID.class)
			.single();
		assertThat(this.visitor.get(path(id)).body()).contains("You have not confirmed it yet", "22 June 2021");
		assertThat(post(id, "confirm", "99").statusCode()).isEqualTo(409);
		act(id, "confirm");
		assertThat(status(id)).isEqualTo("WAITING");
		edit(id, version(id), "start", "10am");
		assertThat(
				this.database.sql("select start_time from event where id = ?").param(id).query(String.class).single())
			.startsWith("10:00");
		assertThat(post(id, "delete", version(id)).body()).contains("Delete your event?");
		assertThat(status(id)).isEqualTo("WAITING");
		assertThat(Visitor.redirect(post(id, "delete", version(id), "sure", "yes"))).startsWith("/mine?");
		assertThat(this.database.sql("select count(*) from event where title = ?")
			.param(this.title)
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void sendsAnotherOneLikeItOnce() {
		UUID id = published();
		String form = this.visitor.get(path("/mine/event/copy", id)).body();
		assertThat(form).contains("value=\"" + this.title + "\"").doesNotContain("value=\"2021-06-08\" checked");
		List<String> there = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			there.add(Visitor.redirect(send("/mine/event/copy", id, "day", FRIDAY.toString())));
		}
		assertThat(there.getFirst().replaceFirst(".*&event", ""))
			.isEqualTo(there.getLast().replaceFirst(".*&event", ""));
		assertThat(this.visitor.get(there.getFirst()).body()).contains("Our team has your new event",
				"Friday 11 June 2021");
		assertThat(send("/mine/event/copy", id, "day", "").statusCode()).isEqualTo(422);
		assertThat(send("/mine/event/copy", id, "day", FRIDAY.toString(), "email", "eve@example.org").body())
			.contains("Enter the email address that we wrote to");
		assertThat(this.database.sql("select status from event where title = ? order by starts_at")
			.param(this.title)
			.query(String.class)
			.list()).containsExactly("PUBLISHED", "WAITING");
	}

	@Test
	void changesOneOrAllOfASeries() {
		List<UUID> ids = publishedSeries();
		UUID first = ids.getFirst();
		assertThat(this.visitor.get(path(first)).body()).contains("Other days and times",
				"Thursday 10 June 2021, 9:30am to 11am");
		assertThat(this.visitor.get(path("/mine/event/edit", first)).body())
			.contains("Change all 3 events of this series");
		edit(first, version(first), "start", "10am", "description", "We sing louder.", "all", "yes");
		assertThat(event()).contains("9:30am to 11am");
		Visitor member = TestTeam.signedIn(this.application, this.port);
		assertThat(member.get("/team/events/" + first).body()).contains("Accept it for all 3 of the series");
		Visitor.redirect(member.post("/team/events/" + first + "/accept", "version", version(first), "all", "yes"));
		assertThat(this.database
			.sql("select event_day || ' ' || start_time || ' ' || description from event"
					+ " where title = ? order by starts_at")
			.param(this.title)
			.query(String.class)
			.list()).allSatisfy((said) -> assertThat(said).contains("10:00:00 We sing louder."))
			.extracting((said) -> said.substring(0, 10))
			.containsExactly("2021-06-08", "2021-06-09", "2021-06-10");
		edit(first, version(first), "start", "10:15am", "description", "We sing louder.");
		assertThat(this.database.sql("select count(*) from event_change where event_id in (:ids)")
			.param("ids", ids)
			.query(Long.class)
			.single()).isEqualTo(1);
	}

	private List<UUID> publishedSeries() {
		this.submission.submit(
				IntStream.range(0, 3).mapToObj((day) -> content(SampleEvents.TUESDAY.plusDays(day))).toList(),
				this.editions.current(), true);
		List<UUID> ids = this.database.sql("select id from event where title = ? order by starts_at")
			.param(this.title)
			.query((row, number) -> UUID.fromString(row.getString(1)))
			.list();
		ids.forEach((id) -> act(id, "confirm"));
		this.moderation.publishSeries(ids.getFirst(),
				ids.stream().collect(Collectors.toMap((id) -> id, (id) -> Integer.valueOf(version(id)))), "anna");
		return ids;
	}

	@Test
	void givesTheOthersOfASeriesOnlyWhatIsChanged() {
		List<UUID> ids = publishedSeries();
		UUID first = ids.getFirst();
		edit(ids.get(1), version(ids.get(1)), "day", "2021-06-09", "description", "We clap.");
		edit(first, version(first), "booking", "https://example.org/other", "all", "yes");
		assertThat(this.visitor.get(path("/mine/event/edit", ids.get(1))).body()).contains("We clap.",
				"https://example.org/other");
		Visitor member = TestTeam.signedIn(this.application, this.port);
		assertThat(member.get("/team/events/" + first).body()).contains("Accept it for all 3 of the series");
		act(first, "cancel", "sure", "yes", "all", "yes");
		assertThat(ids).allSatisfy((id) -> assertThat(status(id)).isEqualTo("CANCELLED"));
	}

	@Test
	void followsWhatTheTeamDoesMeanwhile() {
		UUID id = published();
		edit(id, version(id), "start", "10am");
		EventContent edited = content(SampleEvents.TUESDAY, this.address, "We sing and dance.");
		this.moderation.edit(id, Integer.parseInt(version(id)), edited, null, "anna@example.org");
		assertThat(this.visitor.get(path("/mine/event/edit", id)).body()).contains("We sing and dance.",
				"value=\"10am\"");
		act(id, "postpone", "sure", "yes");
		this.moderation.accept(id, Integer.parseInt(version(id)), false, "anna@example.org");
		assertThat(status(id)).as("asked for before it was postponed").isEqualTo("POSTPONED");
		edit(id, version(id), "start", "11am", "end", "noon", "description", "We sing and dance.");
		EmailAddress other = new EmailAddress("other-" + this.address);
		this.moderation.edit(id, Integer.parseInt(version(id)), content(SampleEvents.TUESDAY, other, "We sing."), null,
				"anna@example.org");
		assertThat(this.database.sql("select count(*) from event_change where event_id = ?")
			.param(id)
			.query(Long.class)
			.single()).as("of someone who is its contact no more").isZero();
	}

	@Test
	void doesTheSameTwiceWithoutAWarning() {
		UUID id = published();
		String seen = version(id);
		for (String what : List.of("full", "full", "postpone", "postpone", "cancel", "cancel")) {
			String version = what.equals("full") ? seen : version(id);
			Visitor.redirect(post(id, what, version, "sure", "yes"));
		}
		assertThat(status(id)).isEqualTo("CANCELLED");
		assertThat(Visitor.redirect(this.visitor.get(path("/mine/event/edit", id)))).contains("/mine/event?");
		assertThat(edit(id, version(id), "start", "10am").body())
			.contains("This event was cancelled while you were writing", "value=\"10am\"");
	}

	@Test
	void copiesWhatIsCancelledToTheSameTime() {
		UUID id = published();
		this.clock.advance(Duration.ofMinutes(11));
		assertThat(send("/mine/event/copy", id, "day", "2021-06-08").body())
			.contains("you have already sent an event with this title at this time");
		act(id, "cancel", "sure", "yes");
		String copy = Visitor.redirect(send("/mine/event/copy", id, "day", "2021-06-08"));
		assertThat(this.visitor.get(copy).body()).contains("It is waiting for our review");
		assertThat(copy).doesNotContain(id.toString());
	}

	@Test
	void changesThePictureOfAnEvent() throws Exception {
		UUID id = published();
		byte[] picture = SamplePictures.quartered("png", 40, 30);
		HttpResponse<String> without = upload(id, "song.png", picture);
		assertThat(without.statusCode()).isEqualTo(422);
		assertThat(without.body()).contains("Enter what the picture shows");
		assertThat(upload(id, "song.png", "no picture".getBytes(), "pictureAlt", "A song").statusCode()).isEqualTo(422);
		assertThat(Visitor.redirect(upload(id, "song.png", picture, "pictureAlt", "A song"))).contains("done=change");
		assertThat(event()).doesNotContain("/calendar/picture/");
		this.application.getBean(Pictures.class).deleteUnused();
		Visitor member = TestTeam.signedIn(this.application, this.port);
		assertThat(member.get("/team/events/" + id).body()).contains("This is the new picture",
				"/team/events/picture/");
		assertThat(this.visitor.get(path(id)).body()).contains("This is the new picture", "/calendar/picture/");
		Visitor.redirect(member.post("/team/events/" + id + "/accept", "version", version(id)));
		assertThat(event()).contains("/calendar/picture/", "alt=\"A song\"");
		assertThat(Visitor
			.redirect(upload(id, "song.png", SamplePictures.quartered("png", 60, 30), "pictureAlt", "A song")))
			.contains("done=change");
		assertThat(member.get("/team/events/" + id).body()).as("with the same words")
			.contains("This is the new picture");
	}

	private HttpResponse<String> upload(UUID id, String name, byte[] content, String... changed) {
		List<String> all = new ArrayList<>(List.of(changed));
		all.addAll(List.of("version", version(id)));
		return this.visitor.upload("/mine/event/edit", name, content, fields(id, all.toArray(String[]::new)));
	}

	@Test
	void goesOnWithAnEventThatIsNotSentYet() {
		this.visitor.post("/calendar/draft", "title", this.title, "email", this.address.value(), "day", "nonsense");
		MimeMessage mail = TestMailServer.onlyMailTo(this.address.value());
		String own = this.visitor.get(link(mail)).body();
		Matcher draft = Pattern.compile("href=\"(/calendar/draft\\?token=[^\"]+)\">").matcher(own);
		assertThat(draft.find()).as(own).isTrue();
		assertThat(this.visitor.get(draft.group(1)).body()).contains("value=\"" + this.title + "\"");
		String theirs = token(this.links.to(new EmailAddress("other-" + this.address)));
		assertThat(this.visitor.get("/calendar/draft?token=" + theirs + draft.group(1).replaceFirst(".*(?=\\.)", ""))
			.statusCode()).isEqualTo(404);
	}

	@Test
	void forgetsTheAddressOfAnEvent() {
		UUID id = published();
		String token = token();
		assertThat(post(id, "forget", version(id)).body()).contains("Forget your address?");
		assertThat(Visitor.redirect(post(id, "forget", version(id), "sure", "yes"))).startsWith("/mine?");
		assertThat(this.database.sql("select count(*) from event where organiser_contact = ? or mailbox = ?")
			.params(this.address.value(), this.address.mailbox())
			.query(Long.class)
			.single()).isZero();
		assertThat(event()).contains(this.title);
		this.clock.advance(Duration.ofDays(2));
		this.retention.endUnused();
		assertThat(this.links.owner(token)).isEmpty();
	}

	@Test
	void keepsALinkAsLongAsSomethingIsThere() {
		published();
		String token = token();
		this.clock.advance(Duration.ofDays(2));
		this.retention.endUnused();
		assertThat(this.links.owner(token)).hasValue(this.address);
	}

	@Test
	void closesThePageOnAComputerOfOthers() {
		published();
		String token = token();
		String other = token(this.links.to(this.address));
		assertThat(Visitor.redirect(this.visitor.post("/mine/leave", "token", token))).isEqualTo("/mine/left");
		assertThat(this.visitor.get("/mine/left").body()).contains("Your page is closed");
		assertThat(this.visitor.get("/mine?token=" + token).statusCode()).isEqualTo(404);
		assertThat(this.visitor.get("/mine?token=" + other).statusCode()).isEqualTo(200);
	}

	@Test
	void isAFileToo() {
		UUID id = published();
		edit(id, version(id), "start", "10am");
		HttpResponse<String> file = this.visitor.get("/mine.json?token=" + token());
		assertThat(file.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"mine.json\"");
		assertThat(file.body()).contains("\"emailAddress\":\"" + this.address + "\"", "\"start\":\"9:30am\"",
				"\"start\":\"10am\"", "\"pledges\":[]", "asked to change");
	}

	@Test
	void asksTheDatabaseAsOftenForManyEventsAsForOne() {
		UUID id = published();
		String page = "/mine?token=" + token();
		String event = path(id);
		this.submission.submit(
				IntStream.range(0, 30).mapToObj((day) -> content(SampleEvents.TUESDAY.plusDays(day % 14))).toList(),
				this.editions.current(), false);
		assertThat(QueryCount.of(this.application, () -> this.visitor.get(page))).isEqualTo(5);
		assertThat(QueryCount.of(this.application, () -> this.visitor.get(event))).isEqualTo(3);
	}

	@Test
	void showsThePledgeAndOpensItByTheSameLink() {
		published();
		String pledge = signed();
		String own = this.visitor.get("/mine?token=" + token()).body();
		Matcher link = Pattern.compile("href=\"(/pledge/mine\\?token=[^\"]+)\">Your pledge of 2021").matcher(own);
		assertThat(link.find()).as(own).isTrue();
		assertThat(this.visitor.get(link.group(1)).body()).contains("<h1>Your pledge</h1>", "Ada Byron");
		assertThat(this.visitor.get("/pledge/mine?token=" + pledge).body()).contains("See everything we keep");
		String opened = Visitor.redirect(this.visitor.post("/mine/open", "token", pledge));
		assertThat(this.visitor.get(opened).body()).contains(this.title, "Your pledge of 2021");
		assertThat(this.visitor.get("/mine?token=" + pledge).statusCode()).isEqualTo(404);
		assertThat(this.visitor.post("/mine/open", "token", "unknown").statusCode()).isEqualTo(404);
		String theirs = token(this.links.to(new EmailAddress("other-" + this.address)));
		String id = link.group(1).replaceFirst(".*\\.", "");
		assertThat(this.visitor.get("/pledge/mine?token=" + theirs + "." + id).statusCode()).isEqualTo(404);
		this.visitor.post("/mine/leave", "token", token(link.group(1)).replaceFirst("\\..*", ""));
		assertThat(this.visitor.get(link.group(1)).statusCode()).as("on a page that was closed").isEqualTo(404);
	}

	private String signed() {
		this.visitor.post("/pledge", "kind", "MYSELF", "name", "Ada Byron", "email", this.address.value(), "role",
				"HEALTH_VISITOR", "country", "England", "nameShown", "false", "mayWrite", "false");
		TestMailServer.mailsTo(this.address.value(), 2);
		assertThat(this.visitor.get("/mine?token=" + token()).body()).contains("have not confirmed it yet");
		String link = TestMailServer.pathIn(TestMailServer.mailsTo(this.address.value(), 2).getLast());
		return Visitor.redirect(this.visitor.post("/pledge/confirm", "token", token(link)))
			.replaceFirst(".*token=([\\w-]+).*", "$1");
	}

	private UUID published() {
		return this.moderation.enter(content(), this.editions.current(), true, "anna@example.org");
	}

	private EventContent content() {
		return content(SampleEvents.TUESDAY);
	}

	private EventContent content(LocalDate day) {
		return content(day, this.address, "We sing.");
	}

	private EventContent content(LocalDate day, EmailAddress contact, String description) {
		return new EventContent(
				new EventDetails(this.title, description, Audience.PARENTS, null, true, null, Set.of(), null,
						"https://example.org/book", null, null),
				SampleEvents.uk(day, "09:30", "11:00"), SampleEvents.inPerson(),
				new Organiser("Ada Byron", "Babies in Mind", contact));
	}

	/** Another member, who is told once in this hour. */
	private String newMember() {
		this.database.sql("delete from team_notice where template <> ''").update();
		return TestTeam.newMember(this.application).email().value();
	}

	private void act(UUID id, String what, String... fields) {
		String next = Visitor.redirect(post(id, what, version(id), fields));
		assertThat(this.visitor.get(next).statusCode()).isEqualTo(200);
	}

	private HttpResponse<String> post(UUID id, String what, String version, String... fields) {
		List<String> all = new ArrayList<>(
				List.of("token", token(), "event", id.toString(), "version", version, "what", what));
		all.addAll(List.of(fields));
		return this.visitor.post("/mine/event", all.toArray(String[]::new));
	}

	private HttpResponse<String> edit(UUID id, String version, String... changed) {
		List<String> all = new ArrayList<>(List.of(changed));
		all.addAll(List.of("version", version));
		return send("/mine/event/edit", id, all.toArray(String[]::new));
	}

	private HttpResponse<String> send(String path, UUID id, String... changed) {
		return this.visitor.post(path, fields(id, changed));
	}

	/** Everything that the form sends, with some of it changed. */
	private String[] fields(UUID id, String... changed) {
		Map<String, String> fields = new LinkedHashMap<>(Map.of("token", token(), "event", id.toString(), "title",
				this.title, "description", "We sing.", "day", "2021-06-08", "start", "9:30am", "end", "11am", "zone",
				"Europe/London", "format", "in-person"));
		fields.putAll(Map.of("address", "The Old Library, High Street, Leeds", "postcode", "LS1 1AA", "country",
				"England", "name", "Ada Byron", "organisation", "Babies in Mind", "email", this.address.value(),
				"booking", "https://example.org/book", "free", "true", "who", "parents"));
		for (int i = 0; i < changed.length; i += 2) {
			fields.put(changed[i], changed[i + 1]);
		}
		return fields.entrySet()
			.stream()
			.flatMap((field) -> Stream.of(field.getKey(), field.getValue()))
			.toArray(String[]::new);
	}

	private String path(UUID id) {
		return path("/mine/event", id);
	}

	private String path(String page, UUID id) {
		return page + "?token=" + token() + "&event=" + id;
	}

	private String token() {
		return token(this.links.to(this.address));
	}

	private static String token(String link) {
		return link.replaceFirst(".*token=", "");
	}

	private static String link(MimeMessage mail) {
		Matcher link = LINK.matcher(TestMailServer.textOf(mail));
		assertThat(link.find()).as(TestMailServer.textOf(mail)).isTrue();
		return link.group(1);
	}

	private String event() {
		return this.visitor.get("/calendar/" + slug()).body();
	}

	private String slug() {
		return this.database.sql("select slug from event where title = ? order by submitted_at, starts_at limit 1")
			.param(this.title)
			.query(String.class)
			.single();
	}

	private String version(UUID id) {
		return this.database.sql("select version from event where id = ?").param(id).query(String.class).single();
	}

	private String status(UUID id) {
		return this.database.sql("select status from event where id = ?").param(id).query(String.class).single();
	}

}
