package org.awarenessweek.pledge.mine;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awarenessweek.JourneyTest;
import org.awarenessweek.Visitor;
import org.awarenessweek.edition.Editions;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.TestMailServer;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.PledgeChanges;
import org.awarenessweek.pledge.PledgeKeys;
import org.awarenessweek.pledge.PledgeRole;
import org.awarenessweek.pledge.Pledges;
import org.awarenessweek.pledge.Signatory;
import org.awarenessweek.pledge.count.PledgeNumbers;
import org.awarenessweek.pledge.count.PledgeTotals;
import org.awarenessweek.pledge.deed.Deed;
import org.awarenessweek.pledge.deed.Deeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What people do with their own pledge, by the link in their email. */
@JourneyTest
class MineTests {

	private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

	private final String name = "Ada " + UUID.randomUUID();

	private final String address = UUID.randomUUID() + "@example.org";

	@LocalServerPort
	private int port;

	@Autowired
	private Pledges pledges;

	@Autowired
	private PledgeChanges changes;

	@Autowired
	private PledgeTotals totals;

	@Autowired
	private PledgeSelfService selfService;

	@Autowired
	private Deeds deeds;

	@Autowired
	private PledgeKeys keys;

	@Autowired
	private Editions editions;

	@Autowired
	private TransactionTemplate transaction;

	private Visitor visitor;

	private String token;

	@BeforeEach
	void sign() {
		this.visitor = new Visitor(this.port);
		this.token = signed("MYSELF");
	}

	@Test
	void showsEverythingThatIsKept() {
		Pledge pledge = pledge();
		assertThat(page()).contains(this.name, this.address, "Midwife", "Leeds Trust", "England",
				pledge.certificateNumber(), "Certificate number", "We make it with a secret key", "for 30 days",
				"Thank you for your pledge");
	}

	@Test
	void correctsWhatItsOwnerSaysAndNothingElse() {
		HttpResponse<String> form = form();
		assertThat(form.body()).contains(this.name, "Leeds Trust", this.address).doesNotContain("name=\"email\"");
		String right = "שרה  ‏O’" + this.name;
		HttpResponse<String> answer = correct(version(form), "name", right, "role", "OTHER", "otherRole", "Doula",
				"organisation", "", "country", "GB-SCT");
		assertThat(this.visitor.get(Visitor.redirect(answer)).body()).contains("Doula", "Scotland")
			.doesNotContain("Leeds Trust");
		Signatory kept = Objects.requireNonNull(pledge().signatory());
		assertThat(kept.name()).isEqualTo(right);
		assertThat(kept).usingRecursiveComparison()
			.isEqualTo(new Signatory(right, new EmailAddress(this.address), PledgeRole.OTHER, "Doula", null, "GB-SCT",
					true, true));
		assertThat(wall("Doula")).contains(this.name);
		assertThat(wall("Leeds")).doesNotContain(this.name);
	}

	@Test
	void keepsTheCountsOfRolesAndCountriesTrue() {
		Map<String, Long> before = counts();
		correct(version(form()), "role", "GP", "country", "GB-WLS");
		assertThat(added(before)).containsOnly(Map.entry("MIDWIFE", -1L), Map.entry("GB-ENG", -1L), Map.entry("GP", 1L),
				Map.entry("GB-WLS", 1L));
		correct(version(form()), "role", "GP", "country", "GB-WLS", "organisation", "Cardiff Trust");
		assertThat(added(before)).as("after correcting what nobody counts").hasSize(4);
		this.visitor.post("/pledge/mine/erase", "token", this.token, "sure", "yes");
		assertThat(added(before)).containsOnly(Map.entry("MIDWIFE", -1L), Map.entry("GB-ENG", -1L));
		this.visitor.post("/pledge/mine", "token", this.token, "withdraw", "yes", "sure", "yes");
		assertThat(added(before)).containsOnly(Map.entry("MIDWIFE", -1L), Map.entry("GB-ENG", -1L));
	}

	@Test
	void saysWhatIsWrongAndKeepsWhatWasTyped() {
		String version = version(form());
		HttpResponse<String> answer = correct(version, "name", "", "role", "OTHER", "otherRole", "", "country", "XX",
				"organisation", "Kept Trust");
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("Error: Correct your pledge", "Enter your name",
				"Enter what you do in your own words", "Enter England, Scotland", "Kept Trust", this.token);
		assertThat(correct(version, "name", "Ada\u0007").statusCode()).isEqualTo(422);
		assertThat(correct(version, "name", "a".repeat(101)).statusCode()).isEqualTo(422);
		assertThat(correct(version, "name", "\u00a0\u200b").statusCode()).isEqualTo(422);
		HttpResponse<String> stale = correct("x", "name", "Grace Hopper");
		assertThat(stale.statusCode()).isEqualTo(409);
		assertThat(stale.body()).contains("value=\"Grace Hopper\"");
		assertThat(page()).contains(this.name, "Leeds Trust").doesNotContain("Kept Trust");
	}

	@Test
	void asksAnOrganisationsPledgeForTheOrganisation() {
		this.token = signed("ORGANISATION");
		assertThat(correct(version(form()), "kind", "MYSELF", "organisation", "").statusCode()).isEqualTo(422);
		assertThat(page()).contains("Leeds Trust");
	}

	@Test
	void losesNothingBetweenTwoTabs() {
		String version = version(form());
		correct(version, "name", "First " + this.name);
		HttpResponse<String> late = correct(version, "name", this.name, "organisation", "Second Trust");
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("You have not lost anything", "First " + this.name, "Second Trust");
		assertThat(page()).contains("First " + this.name).doesNotContain("Second Trust");
		correct(version(late), "name", this.name, "organisation", "Second Trust");
		assertThat(page()).contains("Second Trust").doesNotContain("First " + this.name);
	}

	@Test
	void takesTheSameCorrectionTwice() {
		String version = version(form());
		for (int i = 0; i < 2; i++) {
			assertThat(Visitor.redirect(correct(version, "name", "Right " + this.name))).contains("/pledge/mine");
		}
		assertThat(page()).contains("Right " + this.name);
	}

	@Test
	void sendsNoMailsWhereNoneAreWanted() {
		assertThat(page()).contains("Stop emails about the week");
		this.visitor.post("/pledge/mine", "token", this.token, "stopWriting", "yes");
		assertThat(Objects.requireNonNull(pledge().signatory()).mayWrite()).isFalse();
		assertThat(page()).doesNotContain("Stop emails about the week");
	}

	@Test
	void saysSoWhenTheAddressIsForgotten() {
		change(this.changes::forgetAddress);
		assertThat(page()).contains("We have deleted your email address", this.name).doesNotContain(this.address);
		correct(version(form()), "name", "Still " + this.name);
		Signatory kept = Objects.requireNonNull(pledge().signatory());
		assertThat(kept.name()).isEqualTo("Still " + this.name);
		assertThat(kept.mayWrite()).as("without an address").isFalse();
	}

	@Test
	void givesItAllAsAFile() {
		say("We asked “and the babies?”");
		HttpResponse<String> answer = this.visitor.get("/pledge/mine.json?token=" + this.token);
		assertThat(answer.headers().firstValue("Content-Disposition"))
			.hasValue("attachment; filename=\"pledge-2021.json\"");
		assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
		assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
		JsonNode file = new JsonMapper().readTree(answer.body());
		assertThat(file.at("/person/name").stringValue()).isEqualTo(this.name);
		assertThat(file.at("/person/emailAddress").stringValue()).isEqualTo(this.address);
		assertThat(file.at("/person/mayWrite").booleanValue()).isTrue();
		assertThat(file.at("/confirmedAt").stringValue()).matches("2021-06-\\d\\dT[\\d:.]+Z");
		assertThat(file.at("/addressKey").stringValue()).isEqualTo(this.keys.address(new EmailAddress(this.address)));
		assertThat(file.at("/whatYouDid/words").stringValue()).isEqualTo("We asked “and the babies?”");
		assertThat(file.at("/mails/0/subject").stringValue()).contains("pledge");
		this.visitor.post("/pledge/mine", "token", this.token, "withdraw", "yes", "sure", "yes");
		JsonNode after = new JsonMapper().readTree(this.visitor.get("/pledge/mine.json?token=" + this.token).body());
		assertThat(after.at("/person").isNull()).isTrue();
		assertThat(after.at("/whatYouDid").isNull()).isTrue();
		assertThat(after.at("/status").stringValue()).isEqualTo("WITHDRAWN");
	}

	@Test
	void erasesThePersonAfterAskingAndGoesOnCounting() {
		say("We did it");
		long before = total();
		assertThat(this.visitor.get("/pledge/mine/erase?token=" + this.token).body()).contains("Erase your details?",
				"still counts", this.name);
		assertThat(page()).as("after asking").contains(this.name);
		for (int i = 0; i < 2; i++) {
			HttpResponse<String> answer = this.visitor.post("/pledge/mine/erase", "token", this.token, "sure", "yes");
			assertThat(this.visitor.get(Visitor.redirect(answer)).body())
				.contains("We have erased your details", "Withdraw my pledge")
				.doesNotContain(this.name, this.address, "Correct them");
		}
		assertThat(total()).isEqualTo(before);
		assertThat(this.deeds.findByPledgeId(pledge().id())).isEmpty();
		assertThat(wall("Ada")).doesNotContain(this.name);
		assertThat(Visitor.redirect(this.visitor.get("/pledge/mine/correct?token=" + this.token)))
			.startsWith("/pledge/mine");
		assertThat(Visitor.redirect(correct("0", "name", this.name))).startsWith("/pledge/mine");
		assertThat(page()).doesNotContain(this.name);
		this.visitor.post("/pledge/mine", "token", this.token, "withdraw", "yes", "sure", "yes");
		assertThat(total()).isEqualTo(before - 1);
	}

	@Test
	void letsItsOwnerDeleteWhatTheySaidThatTheyDid() {
		say("We <b>sang</b> to babies");
		assertThat(page()).contains("We &lt;b&gt;sang&lt;/b&gt; to babies", "Our team checks it before");
		this.visitor.post("/pledge/mine", "token", this.token, "deleteDeed", "yes", "sure", "yes");
		assertThat(page()).contains(this.name).doesNotContain("to babies");
	}

	@ParameterizedTest
	@CsvSource({ "/pledge/mine, withdraw, Withdraw your pledge?", "/pledge/mine, deleteDeed, Delete what you told us?",
			"/pledge/mine/erase, erase, Erase your details?" })
	void asksOnceBeforeWhatCannotBeUndone(String path, String deed, String question) {
		say("We sang");
		long before = total();
		HttpResponse<String> asked = this.visitor.post(path, "token", this.token, deed, "yes");
		assertThat(asked.statusCode()).isEqualTo(200);
		assertThat(asked.body()).contains(question, "name=\"sure\"", ">Keep ");
		assertThat(page()).contains(this.name, "We sang", "Withdraw my pledge");
		assertThat(total()).isEqualTo(before);
	}

	@Test
	void saysWhatWasDone() {
		say("We sang");
		assertThat(done("shown", "false")).contains("Your name is off the wall.");
		assertThat(done("shown", "true")).contains("We may now show your name on the wall.");
		assertThat(done("stopWriting", "yes")).contains("We no longer email you about the week.");
		assertThat(done("deleteDeed", "yes")).contains("What you told us is deleted.");
		String corrected = Visitor.redirect(correct(version(form()), "role", "GP"));
		assertThat(notice(corrected)).contains("Your corrections are saved.");
		assertThat(notice("/pledge/mine?done=hidden&token=" + this.token)).as("what is not so").isEmpty();
		assertThat(notice("/pledge/mine?done=Free+text&token=" + this.token)).as("free text").isEmpty();
		assertThat(done("withdraw", "yes")).contains("Your pledge is withdrawn");
		assertThat(this.visitor.cookies()).isEmpty();
	}

	private String done(String deed, String value) {
		return notice(
				Visitor.redirect(this.visitor.post("/pledge/mine", "token", this.token, deed, value, "sure", "yes")));
	}

	private String notice(String path) {
		return this.visitor.get(path)
			.body()
			.lines()
			.filter((line) -> line.contains("role=\"status\""))
			.collect(Collectors.joining());
	}

	@Test
	void doesNothingWithALinkThatDoesNotWork() {
		for (String path : List.of("/pledge/mine.json", "/pledge/mine/correct", "/pledge/mine/erase")) {
			for (String query : List.of("", "?token=", "?token=x")) {
				HttpResponse<String> answer = this.visitor.get(path + query);
				assertThat(answer.statusCode()).as(path + query).isEqualTo(404);
				assertThat(answer.body()).contains("This link does not work");
			}
		}
		assertThat(this.visitor.post("/pledge/mine/erase", "token", "x").statusCode()).isEqualTo(404);
		assertThat(this.visitor.post("/pledge/mine/correct", "token", "x", "version", "0").statusCode()).isEqualTo(404);
		for (String deed : List.of("shown", "stopWriting", "deleteDeed")) {
			assertThat(this.visitor.post("/pledge/mine", "token", "x", deed, "true").statusCode()).isEqualTo(404);
		}
	}

	@Test
	void changesNothingOnceWithdrawn() {
		String version = version(form());
		this.visitor.post("/pledge/mine", "token", this.token, "withdraw", "yes", "sure", "yes");
		assertThat(Visitor.redirect(correct(version, "name", this.name))).startsWith("/pledge/mine");
		for (String deed : List.of("shown", "stopWriting", "deleteDeed", "withdraw")) {
			Visitor.redirect(this.visitor.post("/pledge/mine", "token", this.token, deed, "true", "sure", "yes"));
		}
		Visitor.redirect(this.visitor.post("/pledge/mine/erase", "token", this.token, "sure", "yes"));
		assertThat(page()).contains("You withdrew it").doesNotContain(this.name, this.address);
	}

	private String signed(String kind) {
		this.visitor.post("/pledge", "kind", kind, "name", this.name, "email", this.address, "role", "MIDWIFE",
				"organisation", "Leeds Trust", "country", "GB-ENG", "nameShown", "true", "mayWrite", "true");
		int mails = kind.equals("MYSELF") ? 1 : 3;
		String confirm = TestMailServer.pathIn(TestMailServer.mailsTo(this.address, mails).getLast());
		String mine = Visitor
			.redirect(this.visitor.post("/pledge/confirm", "token", confirm.replaceFirst(".*token=", "")));
		TestMailServer.mailsTo(this.address, mails + 1);
		return mine.replaceFirst(".*token=([\\w-]+).*", "$1");
	}

	private String page() {
		return this.visitor.get("/pledge/mine?token=" + this.token).body();
	}

	private HttpResponse<String> form() {
		return this.visitor.get("/pledge/mine/correct?token=" + this.token);
	}

	/** Sends the filled-in form, with some fields changed. */
	private HttpResponse<String> correct(String version, String... changed) {
		Map<String, String> fields = new LinkedHashMap<>(Map.of("name", this.name, "role", "MIDWIFE", "organisation",
				"Leeds Trust", "country", "GB-ENG", "nameShown", "true", "mayWrite", "true"));
		for (int i = 0; i < changed.length; i += 2) {
			fields.put(changed[i], changed[i + 1]);
		}
		fields.put("token", this.token);
		fields.put("version", version);
		return this.visitor.post("/pledge/mine/correct",
				fields.entrySet()
					.stream()
					.flatMap((field) -> Stream.of(field.getKey(), field.getValue()))
					.toArray(String[]::new));
	}

	private Pledge pledge() {
		return this.selfService.mine(this.token).orElseThrow();
	}

	private void change(Consumer<Pledge> step) {
		this.transaction
			.executeWithoutResult((status) -> step.accept(this.pledges.findForChange(pledge().id()).orElseThrow()));
	}

	private void say(String words) {
		change((pledge) -> this.deeds.save(new Deed(pledge, words, pledge.confirmedAt())));
	}

	private String wall(String word) {
		return this.visitor.get("/pledge/wall?q=" + word + "+" + this.name.substring(4, 12)).body();
	}

	private long total() {
		return this.totals.tally(this.editions.current()).count();
	}

	/** How many count in each role and each country. */
	private Map<String, Long> counts() {
		PledgeNumbers numbers = this.totals.numbers(this.editions.current());
		Map<String, Long> counts = new HashMap<>(numbers.countries());
		numbers.roles().forEach((role, number) -> counts.put(role.name(), number));
		return counts;
	}

	/** What was added since; empty if nothing changed. */
	private Map<String, Long> added(Map<String, Long> before) {
		Map<String, Long> added = counts();
		before.forEach((what, number) -> added.merge(what, -number, Long::sum));
		added.values().removeIf((@Nullable Long number) -> number == null || number == 0);
		return added;
	}

	private static String version(HttpResponse<String> page) {
		Matcher version = VERSION.matcher(page.body());
		assertThat(version.find()).as(page.body()).isTrue();
		return version.group(1);
	}

}
