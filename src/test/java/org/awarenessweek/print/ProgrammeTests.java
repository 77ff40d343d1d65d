package org.awarenessweek.print;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.awarenessweek.calendar.CalendarFilter;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.event.content.Audience;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.content.EventDetails;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.content.Place;
import org.awarenessweek.event.content.Provision;
import org.awarenessweek.event.SampleCalendar;
import org.awarenessweek.event.SampleEvents;
import org.awarenessweek.text.HomeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProgrammeTests {

	private static final CalendarFilter EVERYTHING = new CalendarFilter(null, null, null, null, null, null, null, null,
			null, null);

	private static final String ADDRESS = "https://week.example.org/calendar";

	private final Edition edition = SampleEvents.edition2021();

	private final Paper paper = TestPaper.paper();

	@Test
	void isWhatPdfUaAsksFor() throws Exception {
		byte[] pdf = print(SampleCalendar.of(this.edition, 40).toList());
		assertThat(PdfChecker.complaints(pdf)).isEmpty();
		try (PDDocument document = TestPaper.open(pdf)) {
			var catalog = document.getDocumentCatalog();
			assertThat(catalog.getLanguage()).isEqualTo("en-GB");
			assertThat(catalog.getMarkInfo().isMarked()).isTrue();
			assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
			assertThat(document.getDocumentInformation().getTitle())
				.isEqualTo("Programme of Infant Mental Health Awareness Week, 7 to 13 June 2021");
			assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
				.contains("<pdfuaid:part>1</pdfuaid:part>");
			assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(595f, 596f);
			assertThat(document.getPage(0).getMediaBox().getHeight()).isBetween(841f, 842f);
		}
	}

	@Test
	void showsTheWholeMark() {
		assertThat(TestPaper.cutOffTheMark(print(List.of()))).isLessThan(11);
	}

	@Test
	void groupsEventsByDay() {
		String words = TestPaper.spoken(print(List.of(event("Open", EventTime.toBeConfirmed(HomeZone.get())),
				event("Late", 10), event("Second", 1, "14:00"), event("First", 1, "09:30"), event("Early", -4))));
		assertThat(words).containsSubsequence("Before the week", "Thursday 3 June 2021", "Early", "Tuesday 8 June",
				"9:30am to 11:30pm", "First", "2pm to 11:30pm", "Second", "After the week", "Thursday 17 June 2021",
				"Late", "Date to be confirmed", "Open");
	}

	@Test
	void saysWhatPeopleWantToKnow() {
		Event abroad = SampleEvents.published(this.edition,
				new EventDetails("Far away", "About it", Audience.PARENTS, null, true, null, Set.of(Provision.CAPTIONS),
						null, null, null, null),
				SampleEvents.at(SampleEvents.TUESDAY, "07:30", "09:00", "Australia/Adelaide"),
				new Place(Place.Format.BOTH, "Town Hall,\nAdelaide", "5000", "By video", "AU"), "Babies in Mind");
		assertThat(TestPaper.spoken(print(List.of(abroad)))).contains("Far away", "7:30am to 9am", "Adelaide time",
				"11pm to 12:30am UK time", "from Monday 7 June to Tuesday 8 June", "Babies in Mind",
				"In person and online: Town Hall, Adelaide, 5000", "Parents and carers · Free · Captions");
	}

	@Test
	void saysThatANightEndsOnTheNextDay() {
		assertThat(TestPaper
			.spoken(print(List.of(event("Night", SampleEvents.uk(SampleEvents.TUESDAY, "23:00", "01:00"))))))
			.contains("11pm to 1am on Wednesday 9 June", "Night");
	}

	@Test
	void saysWhatHasBecomeOfEvents() {
		assertThat(TestPaper
			.spoken(print(List.of(SampleEvents.cancelled(event("One", 1)), SampleEvents.postponed(event("Two", 1))))))
			.contains("One Cancelled: it does not take place", "Two Postponed: it does not take place at this time");
	}

	@Test
	void saysWhatWasChosen() {
		var filter = new CalendarFilter(SampleEvents.TUESDAY, Place.Format.ONLINE, "GB-ENG", Audience.PARENTS, true,
				Set.of(Provision.BSL), "songs", null, null, null);
		assertThat(TestPaper.spoken(print(List.of(), filter, 0)))
			.contains("Chosen from the calendar: “songs”, Tuesday 8 June, Online, England, Parents and carers, Free, "
					+ "British Sign Language", "There are no events to show.");
	}

	@Test
	void breaksWellBetweenPages() {
		List<Event> events = IntStream.range(0, 500)
			.mapToObj((i) -> SampleEvents.published(this.edition,
					new EventDetails("Begin" + i + "." + " and a longer title".repeat(i % 6), "About it", null, null,
							false, null, Set.of(), null, null, null, null),
					SampleEvents.uk(SampleEvents.TUESDAY.plusDays(i / 40 - 4), "09:30", "23:30"),
					new Place(Place.Format.IN_PERSON, "A place " + "of some length ".repeat(i % 5) + "End" + i + ".",
							null, null, null),
					"Organiser"))
			.toList();
		List<String> pages = TestPaper.pages(print(events));
		assertThat(pages).hasSizeGreaterThan(20);
		for (int i = 0; i < pages.size(); i++) {
			String page = pages.get(i);
			assertThat(page).contains("page " + (i + 1) + " of " + pages.size());
			assertThat(numbers(page, "Begin")).as("events that begin on page %s, and end there", i + 1)
				.isEqualTo(numbers(page, "End"))
				.isNotEmpty();
			assertThat(page.strip().lines().filter((line) -> line.matches("\\w+day \\d+ June|After the week")))
				.allSatisfy((heading) -> assertThat(page.substring(page.indexOf(heading))).contains("Begin"));
		}
		assertThat(pages.stream().flatMap((page) -> numbers(page, "Begin").stream())).hasSize(500)
			.doesNotHaveDuplicates();
	}

	@Test
	void saysWhatItHasNoRoomFor() {
		assertThat(TestPaper.spoken(print(List.of(event("One", 1)), EVERYTHING, 1234)))
			.contains("These are the first 1 of 1,234 events. The rest is at " + ADDRESS);
	}

	@Test
	void hasAQrCodeThatOpensTheCalendar() {
		assertThat(TestPaper.scan(TestPaper.picture(print(List.of(event("One", 1))), 0))).isEqualTo(ADDRESS);
	}

	@Test
	void describesTheQrCode() throws Exception {
		try (PDDocument document = TestPaper.open(print(List.of(event("One", 1))))) {
			assertThat(elements(document).filter((element) -> "Figure".equals(element.getStructureType()))
				.map(PDStructureElement::getAlternateDescription)).contains("QR code that opens " + ADDRESS);
		}
	}

	@Test
	void hasHeadingsInOrderAndBookmarks() throws Exception {
		try (PDDocument document = TestPaper.open(print(List.of(event("One", 1), event("Two", 2))))) {
			assertThat(
					elements(document).map(PDStructureElement::getStructureType).filter((type) -> type.matches("H\\d")))
				.containsExactly("H1", "H2", "H3", "H2", "H3");
			var outline = document.getDocumentCatalog().getDocumentOutline();
			assertThat(outline.children()).extracting((item) -> item.getTitle())
				.containsExactly("Tuesday 8 June", "Wednesday 9 June");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "أغاني للأطفال", "שירים לתינוקות", "शिशुओं के लिए गीत", "শিশুদের জন্য গান",
			"ਬੱਚਿਆਂ ਲਈ ਗੀਤ", "બાળકો માટે ગીતો", "குழந்தைகளுக்கான பாடல்கள்", "赤ちゃんのこころ", "아기를 위한 노래", "Songs أغاني" })
	void readsShapedTitlesOutAsTheyWereTyped(String title) throws Exception {
		try (PDDocument document = TestPaper.open(print(List.of(event(title, 1))))) {
			List<PDStructureElement> spans = elements(document).filter((span) -> title.equals(span.getActualText()))
				.toList();
			assertThat(spans).hasSize(1);
			assertThat(spans.getFirst().getStructureType()).isEqualTo("Span");
			assertThat(spans.getFirst().getAlternateDescription()).isNull();
			assertThat(((PDStructureElement) spans.getFirst().getParent()).getStructureType()).isEqualTo("H3");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Ŵythnos ŷ", "Ψυχική υγεία", "Психическое здоровье", "Sing & <script>alert(1)</script>",
			"\"quoted\" ' ${7*7} [[${7*7}]] &amp; ]]>" })
	void showsTitlesAsTheyWereTyped(String title) {
		assertThat(TestPaper.spoken(print(List.of(event(title, 1))))).contains(title).doesNotContain("49");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Sing 🎵👶🏽", "\ufffe\uffff", "\ud83d", "\u202ereversed", "\ue000", "Zalgo Z̷̛͖a̵l̸g̴o̶",
			"﷽", "\u0301", "👶", "\u202e", "\u200f", "\u200d" })
	void printsWhateverIsTyped(String title) {
		assertThat(print(List.of(event(title, 1)))).isNotEmpty();
	}

	@Test
	void keepsLongWordsOnThePage() {
		byte[] pdf = print(List.of(event("W".repeat(120), 1), event("ش".repeat(120), 2), event("字".repeat(120), 3)));
		var picture = TestPaper.picture(pdf, 0);
		int[] margin = picture.getRGB(picture.getWidth() - 90, 0, 90, picture.getHeight(), null, 0, 90);
		assertThat(Arrays.stream(margin).distinct()).containsExactly(0xffffffff);
	}

	@Test
	void isTheSameEachTimeAndSaysWhenItChanged() throws Exception {
		List<Event> events = SampleCalendar.of(this.edition, 20).toList();
		byte[] pdf = print(events);
		assertThat(Arrays.equals(pdf, print(events))).isTrue();
		try (PDDocument document = TestPaper.open(pdf)) {
			assertThat(document.getDocumentInformation().getCreationDate().toInstant()).isEqualTo(SampleEvents.SENT);
		}
	}

	@Test
	void embedsItsFonts() throws Exception {
		try (PDDocument document = TestPaper.open(print(List.of(event("One", 1), event("Ψυχική Песни", 1))))) {
			for (COSName name : document.getPage(0).getResources().getFontNames()) {
				assertThat(document.getPage(0).getResources().getFont(name).isEmbedded()).isTrue();
				assertThat(document.getPage(0).getResources().getFont(name).getName()).matches("[A-Z]{6}\\+.*");
			}
		}
	}

	private byte[] print(List<Event> events) {
		return print(events, EVERYTHING, events.size());
	}

	private byte[] print(List<Event> events, CalendarFilter filter, int total) {
		return this.paper
			.print("programme",
					Map.of("edition", this.edition, "address", ADDRESS, "readable", "week.example.org/calendar",
							"programme", Programme.of(this.edition, filter, events, total)),
					SampleEvents.SENT)
			.content();
	}

	private Event event(String title, int day) {
		return event(title, day, "09:30");
	}

	private Event event(String title, int day, String start) {
		return event(title, SampleEvents.uk(this.edition.week().first().plusDays(day), start, "23:30"));
	}

	private Event event(String title, EventTime time) {
		return SampleEvents.published(this.edition, title, time);
	}

	private static List<String> numbers(String page, String word) {
		return Pattern.compile(word + "(\\d+)\\.").matcher(page).results().map((found) -> found.group(1)).toList();
	}

	private static Stream<PDStructureElement> elements(PDDocument document) {
		return below(document.getDocumentCatalog().getStructureTreeRoot());
	}

	private static Stream<PDStructureElement> below(PDStructureNode node) {
		return node.getKids()
			.stream()
			.filter(PDStructureElement.class::isInstance)
			.map(PDStructureElement.class::cast)
			.flatMap((element) -> Stream.concat(Stream.of(element), below(element)));
	}

}
