package org.awarenessweek.event.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.awarenessweek.event.SampleEvents;

/** Files with events, as programs export them. */
final class SampleEventFiles {

	static final Charset WINDOWS = Charset.forName("windows-1252");

	/** As Excel in the UK saves "CSV UTF-8". */
	static final String EXCEL = "\uFEFF"
			+ lines("""
					Title,What it is about,Day,Last day,Lasts all day,Start,End,Time zone,How people take part,Address of the place,Postcode,Nation or country,How to join,Link to book,Free,Cost,Who it is for,More about who it is for,Provided for access,More about access
					Songs for babies,"We sing.

					And we talk about ""why"" it matters.",08/06/2021,,,09:30:00,11:00:00,,In person,"The Old Library
					High Street, Leeds",LS1 1AA,England,,www.example.org/songs,Yes,,Everyone,,"Captions, British Sign Language",A lift
					"Sleep, baby",How babies sleep,8 June,,no,2.30pm,15:30,UK time,Online,,,Scotland,By video,,No,\u00a35,Parents and carers,Of twins,,
					Open week,Come and see,2021-06-07,11/06/21,TRUE,,,,Hybrid,Caf\u00e9 B\u00e9b\u00e9,,Wales,By telephone,,y,,all,,,
					,,,,,,,,,,,,,,,,,,,
					""");

	/** As Excel saves "CSV" where the comma is for decimals: semicolons, no BOM. */
	static final String SEMICOLONS = lines("""
			sep=;
			DATE;start;END;Title;about;format;venue;country;Free;for
			Tues 8 June;9.30am;11am;Caf\u00e9 f\u00fcr Babys;We meet; face-to-face ;High Street;N Ireland;x;Parents
			""");

	/** As LibreOffice saves it: all text quoted, LF. */
	static final String LIBREOFFICE = """
			"Event title","Description","Date","Start time","End time","Place","Website","Colour"
			"Play","We play, sing and talk","8/6/21","9:30","11","The Old Library","https://example.org/a?b=1,2","red"
			"=1+1","+44 20","-","@home","","","",""
			""";

	/** As Google Sheets downloads tab-separated values. */
	static final String GOOGLE_SHEETS = lines(
			"title\tday\tstart\tend\tdescription\tExtra\nSongs\t8 Jun 2021\t9:30 AM\t11:00 AM\tWe sing\t\nPlay\t9 Jun 2021\t12 noon\t1pm\tWe play\tx");

	static final String OUTLOOK = lines("""
			BEGIN:VCALENDAR
			PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
			VERSION:2.0
			METHOD:PUBLISH
			X-MS-OLK-FORCEINSPECTOROPEN:TRUE
			BEGIN:VTIMEZONE
			TZID:GMT Standard Time
			BEGIN:STANDARD
			DTSTART:16011028T020000
			RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
			TZOFFSETFROM:+0100
			TZOFFSETTO:-0000
			END:STANDARD
			END:VTIMEZONE
			BEGIN:VEVENT
			CLASS:PUBLIC
			DESCRIPTION:We sing\\, and we talk\\; it matters.\\n\\nBring a friend: a very long li
			 ne.
			DTEND;TZID="GMT Standard Time":20210608T110000
			DTSTAMP:20210501T120000Z
			DTSTART;TZID="GMT Standard Time":20210608T093000
			LOCATION:Microsoft Teams Meeting
			ORGANIZER;CN="Ada Byron":mailto:ada@example.org
			SUMMARY;LANGUAGE=en-gb:Songs for babies
			UID:040000008200E00074C5B7101A82E00800000000
			BEGIN:VALARM
			TRIGGER:-PT15M
			ACTION:DISPLAY
			DESCRIPTION:Reminder
			END:VALARM
			END:VEVENT
			END:VCALENDAR
			""");

	static final String GOOGLE_CALENDAR = lines("""
			BEGIN:VCALENDAR
			PRODID:-//Google Inc//Google Calendar 70.9054//EN
			VERSION:2.0
			CALSCALE:GREGORIAN
			X-WR-CALNAME:Babies in Mind
			X-WR-TIMEZONE:Europe/London
			BEGIN:VEVENT
			DTSTART:20210610T210000Z
			DTEND:20210611T000000Z
			ORGANIZER;CN=Events:mailto:abc123@group.calendar.google.com
			DESCRIPTION:<p>A night of <b>songs</b> &amp\\; stories.<br>Come!</p>
			LOCATION:The Old Library\\, High Street\\, Leeds LS1 1AA\\, UK
			STATUS:CONFIRMED
			SUMMARY:Late songs
			END:VEVENT
			BEGIN:VEVENT
			DTSTART;VALUE=DATE:20210607
			DTEND;VALUE=DATE:20210612
			STATUS:CONFIRMED
			SUMMARY:Open week
			END:VEVENT
			BEGIN:VEVENT
			DTSTART:20210608T083000Z
			DTEND:20210608T100000Z
			STATUS:CANCELLED
			SUMMARY:Called off
			END:VEVENT
			BEGIN:VEVENT
			DTSTART;VALUE=DATE:20190101
			SUMMARY:Long ago
			END:VEVENT
			END:VCALENDAR
			""");

	static final String APPLE = lines("""
			BEGIN:VCALENDAR
			CALSCALE:GREGORIAN
			PRODID:-//Apple Inc.//macOS 11.4//EN
			VERSION:2.0
			BEGIN:VEVENT
			CREATED:20210501T120000Z
			DTSTART;TZID=America/New_York:20210608T093000
			DURATION:PT1H30M
			RRULE:FREQ=DAILY;COUNT=3
			SUMMARY:Play
			LOCATION:https://example.zoom.us/j/1
			URL;VALUE=URI:https://example.org/play
			X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC
			END:VEVENT
			END:VCALENDAR
			""");

	static final String EVENTBRITE = lines("""
			BEGIN:VCALENDAR
			VERSION:2.0
			PRODID:-//Eventbrite//Events//EN
			BEGIN:VEVENT
			DTSTART:20210609T120000Z
			DTEND:20210609T130000Z
			SUMMARY:Sleep\\, baby
			DESCRIPTION:For details\\, click here: https://www.eventbrite.co.uk/e/1
			URL:https://www.eventbrite.co.uk/e/1
			LOCATION:12 High Street\\, Leeds
			END:VEVENT
			END:VCALENDAR
			""");

	private SampleEventFiles() {
	}

	/** A table of complete online events, by name. */
	static String table(int number, String name) {
		return "Title,About,Date,Start,End,Format,Country,Joining,Free,For\n" + IntStream.rangeClosed(1, number)
			.mapToObj((row) -> name + " " + row + ",\"We sing, and talk about why it matters. "
					+ "And we listen. ".repeat(30) + "\",8 June,9:30am,11am,Online,England,By video,yes,Everyone")
			.collect(Collectors.joining("\n"));
	}

	static Found read(String text, Charset charset) throws IOException {
		return read(text.getBytes(charset));
	}

	static Found read(String text) throws IOException {
		return read(text, StandardCharsets.UTF_8);
	}

	static Found read(byte[] bytes) throws IOException {
		return EventFile.read(new ByteArrayInputStream(bytes), SampleEvents.edition2021());
	}

	private static String lines(String text) {
		return text.replace("\n", "\r\n");
	}

}
