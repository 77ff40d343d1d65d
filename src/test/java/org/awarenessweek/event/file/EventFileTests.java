package org.awarenessweek.event.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.awarenessweek.event.SampleEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EventFileTests {

	@Test
	void readsATableFromExcel() throws IOException {
		Found found = SampleEventFiles.read(SampleEventFiles.EXCEL);
		assertThat(found.notes()).isEmpty();
		assertThat(found.entries()).hasSize(3);
		assertThat(found.entries().getFirst().answers()).containsEntry("title", "Songs for babies")
			.containsEntry("description", "We sing.\r\n\r\nAnd we talk about \"why\" it matters.")
			.containsEntry("otherDay", "08/06/2021")
			.containsEntry("start", "09:30:00")
			.containsEntry("address", "The Old Library\r\nHigh Street, Leeds")
			.containsEntry("provisions", "Captions, British Sign Language")
			.doesNotContainKey("lastDay");
		assertThat(found.entries().get(1).answers()).containsEntry("title", "Sleep, baby")
			.containsEntry("cost", "\u00a35");
		assertThat(found.entries().getLast().answers()).containsEntry("address", "Caf\u00e9 B\u00e9b\u00e9");
	}

	@Test
	void readsATableInEveryEncodingOfExcel() throws IOException {
		Found utf8 = SampleEventFiles.read(SampleEventFiles.EXCEL);
		String plain = SampleEventFiles.EXCEL.substring(1);
		assertThat(SampleEventFiles.read(plain)).isEqualTo(utf8);
		assertThat(SampleEventFiles.read(plain, SampleEventFiles.WINDOWS)).isEqualTo(utf8);
		assertThat(SampleEventFiles.read(SampleEventFiles.EXCEL, StandardCharsets.UTF_16LE)).isEqualTo(utf8);
		assertThat(SampleEventFiles.read(SampleEventFiles.EXCEL, StandardCharsets.UTF_16BE)).isEqualTo(utf8);
	}

	@Test
	void readsATableWithSemicolons() throws IOException {
		assertThat(SampleEventFiles.read(SampleEventFiles.SEMICOLONS, SampleEventFiles.WINDOWS).entries())
			.extracting(Found.Entry::answers)
			.containsExactly(Map.of("title", "Caf\u00e9 f\u00fcr Babys", "otherDay", "Tues 8 June", "start", "9.30am",
					"end", "11am", "description", "We meet", "format", " face-to-face ", "address", "High Street",
					"country", "N Ireland", "free", "x", "who", "Parents"));
	}

	@Test
	void takesFormulasForText() throws IOException {
		Found found = SampleEventFiles.read(SampleEventFiles.LIBREOFFICE);
		assertThat(found.entries().getLast().answers()).containsEntry("title", "=1+1")
			.containsEntry("description", "+44 20")
			.containsEntry("otherDay", "-")
			.containsEntry("start", "@home");
		assertThat(found.notes()).containsExactly("We did not use 1 column: Colour.");
	}

	@Test
	void readsTabsFromGoogleSheets() throws IOException {
		assertThat(SampleEventFiles.read(SampleEventFiles.GOOGLE_SHEETS).entries()).extracting(Found.Entry::answers)
			.containsExactly(
					Map.of("title", "Songs", "otherDay", "8 Jun 2021", "start", "9:30 AM", "end", "11:00 AM",
							"description", "We sing"),
					Map.of("title", "Play", "otherDay", "9 Jun 2021", "start", "12 noon", "end", "1pm", "description",
							"We play"));
	}

	@Test
	void readsItsOwnTemplateAndLeavesOutTheExample() throws IOException {
		String template = TableEntries.template(SampleEvents.edition2021());
		assertThatExceptionOfType(FileRefused.class).isThrownBy(() -> SampleEventFiles.read(template))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("event.file.none"));
		Found filled = SampleEventFiles.read(template + "Mine");
		assertThat(filled.notes()).containsExactly("We skipped the example row.");
		assertThat(filled.entries()).hasSize(1);
		String[] names = template.substring(1).lines().findFirst().orElseThrow().replace("\"", "").split(",");
		assertThat(Stream.of(names).map(Column::named)).containsExactlyElementsOf(Column.ofRows().toList());
	}

	@Test
	void readsAnEventFromOutlook() throws IOException {
		assertThat(SampleEventFiles.read(SampleEventFiles.OUTLOOK).entries())
			.containsExactly(new Found.Entry(Map.ofEntries(Map.entry("title", "Songs for babies"),
					Map.entry("description", "We sing, and we talk; it matters.\n\nBring a friend: a very long line."),
					Map.entry("otherDay", "8 June 2021"), Map.entry("start", "9:30am"), Map.entry("end", "11am"),
					Map.entry("zone", "Europe/London"), Map.entry("format", "online"),
					Map.entry("joining", "Microsoft Teams Meeting"), Map.entry("name", "Ada Byron"),
					Map.entry("email", "ada@example.org")), false));
	}

	@Test
	void readsTheEventsNearTheWeekFromGoogleCalendar() throws IOException {
		Found found = SampleEventFiles.read(SampleEventFiles.GOOGLE_CALENDAR);
		assertThat(found.entries()).extracting(Found.Entry::answers)
			.containsExactly(
					Map.of("title", "Open week", "otherDay", "7 June 2021", "lastDay", "11 June 2021", "allDay", "true",
							"zone", "Europe/London"),
					Map.of("title", "Late songs", "description", "A night of songs & stories.\nCome!", "otherDay",
							"10 June 2021", "start", "10pm", "end", "1am", "zone", "Europe/London", "format",
							"in-person", "address", "The Old Library, High Street, Leeds LS1 1AA, UK"));
		assertThat(found.notes()).containsExactly(
				"We skipped 1 event that is not near the week (24 May to 27 June 2021).",
				"We skipped 1 cancelled event: Called off.");
	}

	@Test
	void readsAnEventThatRepeatsFromAppleCalendar() throws IOException {
		assertThat(SampleEventFiles.read(SampleEventFiles.APPLE).entries())
			.containsExactly(new Found.Entry(Map.of("title", "Play", "otherDay", "8 June 2021", "start", "9:30am",
					"end", "11am", "zone", "America/New_York", "format", "online", "joining",
					"https://example.zoom.us/j/1", "booking", "https://example.org/play"), true));
	}

	@Test
	void readsAnEventFromEventbrite() throws IOException {
		assertThat(SampleEventFiles.read(SampleEventFiles.EVENTBRITE).entries().getFirst().answers())
			.containsEntry("title", "Sleep, baby")
			.containsEntry("start", "1pm")
			.containsEntry("end", "2pm")
			.containsEntry("booking", "https://www.eventbrite.co.uk/e/1");
	}

	@ParameterizedTest
	@CsvSource({ "TZID=Europe/Paris, Europe/Paris, 9:30am", "TZID=Romance Standard Time, Europe/Paris, 9:30am",
			"TZID=Eastern Standard Time, America/New_York, 9:30am", "TZID=UTC, Europe/London, 10:30am",
			"TZID=/example.org/Europe/Rome, Europe/Rome, 9:30am", "TZID=Mars, Mars, 9:30am",
			"X-NOTHING=1, Europe/London, 9:30am" })
	void readsZones(String parameter, String zone, String start) throws IOException {
		assertThat(SampleEventFiles
			.read(SampleEventFiles.EVENTBRITE.replace("DTSTART:20210609T120000Z",
					"DTSTART;" + parameter + ":20210609T093000"))
			.entries()
			.getFirst()
			.answers()).containsEntry("zone", zone).containsEntry("start", start);
	}

	@ParameterizedTest
	@CsvSource({ "P1W, 16 June 2021, 1pm", "P1DT1H, 10 June 2021, 2pm", "PT90M, , 2:30pm", "soon, , " })
	void readsHowLongItLasts(String duration, String lastDay, String end) throws IOException {
		Map<String, String> answers = SampleEventFiles
			.read(SampleEventFiles.EVENTBRITE.replace("DTEND:20210609T130000Z", "DURATION:" + duration))
			.entries()
			.getFirst()
			.answers();
		assertThat(answers.get("lastDay")).isEqualTo(lastDay);
		assertThat(answers.get("end")).isEqualTo(end);
	}

	@Test
	void keepsAnEventWhoseDayItCannotRead() throws IOException {
		Found found = SampleEventFiles
			.read(SampleEventFiles.EVENTBRITE.replace("20210609T120000Z", "20210631T120000Z"));
		assertThat(found.entries()).hasSize(1);
		assertThat(found.entries().getFirst().answers()).doesNotContainKeys("otherDay", "start");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Title\n\"Songs", "Title,\"Day\nSongs", "Title,Day\n\"a\"b,c" })
	void refusesQuotationMarksThatAreNotClosed(String table) {
		assertThatExceptionOfType(FileRefused.class).isThrownBy(() -> SampleEventFiles.read(table))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("event.file.broken"));
	}

	@Test
	void takesTheNamesOfColumnsThatItsTemplateHadBefore() {
		assertThat(Stream.of("Whom it is for", "More about whom it is for").map(Column::named))
			.containsExactly(Column.WHO, Column.AUDIENCE);
	}

	@Test
	void readsTheWordsThatPeopleWriteIntoCells() {
		assertThat(List.of(Column.FREE.read("Yes"), Column.FREE.read(" \u2713 "), Column.FREE.read("0"),
				Column.FREE.read("maybe"), Column.FORMAT.read("In-Person"), Column.FORMAT.read("HYBRID"),
				Column.WHO.read("Parents & Carers"), Column.PROVISIONS.read("BSL; captions, lift"),
				Column.PROVISIONS.read(" "), Column.TITLE.read("no")))
			.containsExactly("true", "true", "no", "maybe", "in-person", "both", "Parents & Carers",
					"bsl, captions, lift", "", "no");
		Column.ofRows()
			.forEach((column) -> column.options()
				.forEach((option, words) -> assertThat(column.read(words)).isEqualTo(column.read(option))
					.isEqualTo(option)));
	}

}
