package org.awarenessweek.print;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.event.content.Audience;
import org.awarenessweek.event.Event;
import org.awarenessweek.event.content.EventDetails;
import org.awarenessweek.event.content.Place;
import org.awarenessweek.event.content.Provision;
import org.awarenessweek.event.SampleEvents;
import org.awarenessweek.picture.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

class PosterTests {

	private final Edition edition = SampleEvents.edition2021();

	private final Poster poster = new Poster(TestPaper.paper(), TestPaper.SITE,
			new Pictures(JdbcClient.create(new DriverManagerDataSource()), Clock.systemUTC()));

	@Test
	void showsTheWholeMark() {
		assertThat(TestPaper.cutOffTheMark(this.poster.print(SampleEvents.published()))).isLessThan(11);
	}

	@Test
	void saysAllThatPeopleWantToKnow() {
		Event event = SampleEvents.published(this.edition,
				new EventDetails("Songs for babies", "About it", Audience.PARENTS, "of twins", true, "Bring a cushion",
						EnumSet.of(Provision.BSL, Provision.CAPTIONS), "A lift", null, null, null),
				SampleEvents.at(SampleEvents.TUESDAY, "07:30", "09:00", "Australia/Adelaide"),
				new Place(Place.Format.BOTH, "Town Hall\nAdelaide", "5000", "By video", "AU"), "Babies in Mind");
		String address = "week.example.org" + event.path();
		assertThat(TestPaper.spoken(this.poster.print(event))).containsSubsequence(
				"Infant Mental Health Awareness Week", "7 to 13 June 2021", "Songs for babies", "Tuesday 8 June 2021",
				"7:30am to 9am (Adelaide time)", "11pm to 12:30am UK time from Monday 7 June to Tuesday 8 June",
				"Where", "Town Hall", "Adelaide", "5000", "How to join", "In person and online", "By video",
				"Who runs it", "Babies in Mind", "Who it is for", "Parents and carers", "of twins", "Cost", "Free",
				"Bring a cushion", "Access", "Captions, British Sign Language", "A lift",
				"QR code that opens https://" + address, "More about it, and the latest:", "Including infants",
				"#IMHAW21");
	}

	@Test
	void hasAQrCodeThatOpensThePageOfTheEvent() {
		Event event = SampleEvents.published();
		assertThat(scan(this.poster.print(event))).isEqualTo("https://week.example.org" + event.path());
	}

	@Test
	void isWhatPdfUaAsksFor() throws Exception {
		assertThat(PdfChecker.complaints(this.poster.print(titled("أغاني للأطفال الرضع")))).isEmpty();
	}

	@Test
	void leavesRoomToWriteOnWhereItIsOfTheWholeWeek() throws Exception {
		Paper.Sheets blank = TestPaper.paper()
			.print("blank-poster", Map.of("edition", this.edition, "address", "https://week.example.org/calendar"),
					Instant.EPOCH);
		assertThat(blank.number()).isEqualTo(1);
		assertThat(TestPaper.spoken(blank.content())).containsSubsequence("Infant Mental Health Awareness Week",
				"7 to 13 June 2021", "Including infants", "What", "When", "Where", "How to take part",
				"week.example.org/calendar");
		assertThat(PdfChecker.complaints(blank.content())).isEmpty();
		assertThat(TestPaper.scan(TestPaper.picture(blank.content(), 0, 300)))
			.isEqualTo("https://week.example.org/calendar");
	}

	@Test
	void saysLargeWhatHasBecomeOfTheEvent() throws IOException {
		assertThat(size(SampleEvents.cancelled(SampleEvents.published()), "Cancelled")).isGreaterThan(30);
		assertThat(size(SampleEvents.postponed(SampleEvents.published()), "Postponed")).isGreaterThan(30);
		assertThat(TestPaper.spoken(this.poster.print(SampleEvents.published()))).doesNotContain("Cancelled",
				"Postponed");
	}

	@Test
	void setsShortTitlesLarge() throws IOException {
		assertThat(size(titled("Songs for babies"), "Songs")).isGreaterThan(50);
		assertThat(size(titled("Songs for babies, and what else helps parents and babies " + "to sleep ".repeat(7)),
				"Songs"))
			.isBetween(24f, 50f);
	}

	@ParameterizedTest
	@ValueSource(strings = { "W", "字", "ش", "शि", "many words ", "<script>&" })
	void fitsOnOnePageHoweverMuchIsTyped(String part) {
		Event event = SampleEvents.cancelled(SampleEvents.published(this.edition,
				new EventDetails(part.repeat(120).substring(0, 120), "About it", Audience.PARENTS, typed(part, 200),
						true, typed(part, 200), EnumSet.allOf(Provision.class), typed(part, 500), null, null, null),
				SampleEvents.at(SampleEvents.TUESDAY, "07:30", "09:00", "Australia/Adelaide"),
				new Place(Place.Format.BOTH, typed(part, 300), "5000", typed(part, 300), "AU"), typed(part, 160)));
		byte[] pdf = this.poster.print(event);
		assertThat(TestPaper.pages(pdf)).hasSize(1);
		assertThat(scan(pdf)).isEqualTo("https://week.example.org" + event.path());
	}

	/**
	 * Reads the lower left corner, which holds nothing but the code, finely enough that
	 * every code can be read.
	 */
	private static String scan(byte[] pdf) {
		BufferedImage page = TestPaper.picture(pdf, 0, 300);
		int lower = page.getHeight() * 73 / 100;
		return TestPaper.scanAlone(page.getSubimage(0, lower, page.getWidth() * 3 / 8, page.getHeight() - lower));
	}

	private static String typed(String part, int length) {
		return part.repeat(length).substring(0, length);
	}

	private Event titled(String title) {
		return SampleEvents.published(this.edition,
				new EventDetails(title, "About it", null, null, false, null, Set.of(), null, null, null, null),
				SampleEvents.uk(SampleEvents.TUESDAY, "09:30", "11:00"), SampleEvents.online(), "Babies in Mind");
	}

	private float size(Event event, String word) throws IOException {
		try (PDDocument document = TestPaper.open(this.poster.print(event))) {
			var sizes = new float[1];
			var stripper = new PDFTextStripper() {
				@Override
				protected void writeString(String text, List<TextPosition> letters) throws IOException {
					if (text.startsWith(word)) {
						sizes[0] = Math.max(sizes[0], letters.getFirst().getFontSizeInPt());
					}
				}
			};
			stripper.getText(document);
			return sizes[0];
		}
	}

}
