package org.awarenessweek.event;

import org.awarenessweek.event.content.Provision;
import org.awarenessweek.event.content.Place;
import org.awarenessweek.event.content.Organiser;
import org.awarenessweek.event.content.EventTime;
import org.awarenessweek.event.content.EventDetails;
import org.awarenessweek.event.content.EventContent;
import org.awarenessweek.event.content.Audience;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.mail.EmailAddress;

/**
 * A full calendar: any number of events, always the same ones, with long titles, names in
 * every script, and zones from Honolulu to Auckland.
 */
public final class SampleCalendar {

	private static final List<String> ZONES = List.of("Pacific/Honolulu", "America/New_York", "America/St_Johns",
			"Asia/Kolkata", "Asia/Kathmandu", "Australia/Adelaide", "Pacific/Auckland");

	private static final List<String> COUNTRIES = List.of("GB-ENG", "GB-SCT", "GB-WLS", "GB-NIR", "IE", "AU", "NZ",
			"US", "CA", "IN", "FR");

	private static final List<String> BEGINNINGS = List.of("Songs for babies", "Talking with babies before they talk",
			"Infant mental health: an introduction", "Coffee morning for new parents",
			"Seeing the world through babies’ eyes", "Supervision for health visitors",
			"What babies need from services", "Baby massage");

	private static final List<String> ENDS = List.of("", " in Leeds", " for the whole family",
			" – and why the first 1001 days matter to everyone who plans, pays for and runs services for children",
			": a conversation", " (beginners welcome)");

	private static final List<String> OTHER_SCRIPTS = List.of("赤ちゃんのこころ", "أغاني للأطفال الرضع", "שירים לתינוקות",
			"शिशुओं के लिए गीत", "শিশুদের জন্য গান", "ਬੱਚਿਆਂ ਲਈ ਗੀਤ", "બાળકો માટે ગીતો", "குழந்தைகளுக்கான பாடல்கள்",
			"Τραγούδια για μωρά", "Песни для малышей", "아기를 위한 노래", "Canu i fabanod yn Nhŷ’r Ŵyl",
			"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft");

	private static final List<String> ORGANISERS = List.of("Babies in Mind", "Leeds Health Visiting Service",
			"University of Adelaide", "Siân’s Ŵyl Fach", "Δίκτυο Βρεφικής Υγείας", "مركز الطفولة المبكرة", "赤ちゃん研究所",
			"Genesis Research Trust",
			"The Very Long-Named Partnership of Children’s Centres, Libraries and Nurseries of North and East Somewhere");

	private static final List<String> SENTENCES = List.of(
			"We meet, sing and talk about what babies tell us long before they can speak.",
			"A health visitor, a midwife and a psychologist answer your questions.",
			"Bring your baby, a blanket and whatever you need to feel at home.",
			"The first 1001 days, from conception to age two, are when relationships shape the brain.",
			"You will leave with ideas that you can use in your clinic, nursery or library the next morning.",
			"Places are limited, so please tell us early if you cannot come after all.",
			"Speakers from four nations compare how services reach families in the country and in towns.",
			"We look at recent studies of sleep, crying, play, touch and gaze, and at what they leave open.",
			"Commissioners describe how they paid for a specialised parent-infant team within one year.",
			"Tea, coffee and fruit are there for everyone; lunch is not included.",
			"Fathers, grandparents, foster carers and adoptive parents are as welcome as mothers.",
			"There is time at the end to talk in small groups, by profession or by region.");

	private static final int NEARBY = 3;

	private SampleCalendar() {
	}

	/** This many on the calendar of an edition. */
	public static Stream<Event> of(Edition edition, int number) {
		Random random = new Random(1001);
		return IntStream.range(0, number).mapToObj((i) -> event(edition, i, random));
	}

	private static Event event(Edition edition, int i, Random random) {
		UUID id = new UUID(0xCA1E, i);
		String title = ((i % 7 == 5) ? one(OTHER_SCRIPTS, random) : one(BEGINNINGS, random) + one(ENDS, random));
		String shortened = (title.length() > 120) ? title.substring(0, 120) : title;
		EventDetails details = new EventDetails(shortened, description(random),
				(random.nextInt(5) > 0) ? one(List.of(Audience.values()), random) : null,
				(random.nextInt(3) == 0) ? "People who are new to this" : null, random.nextBoolean(), null,
				provisions(random), null, "https://example.org/book/" + i, null, null);
		Event event = new Event(id, edition, "sample-" + i, new EventContent(details, time(edition, i, random),
				place(random),
				new Organiser("Ada Byron", one(ORGANISERS, random), new EmailAddress("ada" + i + "@example.org"))),
				SampleEvents.SENT);
		SampleEvents.publish(event);
		if (i % 29 == 7) {
			event.cancel(SampleEvents.SENT.plusSeconds(7200));
		}
		else if (i % 29 == 11) {
			event.postpone(SampleEvents.SENT.plusSeconds(7200));
		}
		else if (i % 13 == 4) {
			event.markFull(true, SampleEvents.SENT.plusSeconds(7200));
		}
		return event;
	}

	private static String description(Random random) {
		return IntStream.range(0, 2 + random.nextInt(8))
			.mapToObj((sentence) -> one(SENTENCES, random))
			.collect(Collectors.joining(" "));
	}

	private static EventTime time(Edition edition, int i, Random random) {
		List<LocalDate> week = edition.week().days();
		LocalDate day = (i % 10 == 9) ? week.getLast().plusDays(1 + random.nextInt(NEARBY))
				: (i % 20 == 8) ? week.getFirst().minusDays(1 + random.nextInt(NEARBY)) : one(week, random);
		ZoneId zone = ZoneId.of((i % 4 == 3) ? one(ZONES, random) : "Europe/London");
		if (i % 31 == 30) {
			return EventTime.toBeConfirmed(zone);
		}
		if (i % 17 == 16) {
			return EventTime.allDay(day, day.plusDays(random.nextInt(NEARBY)), zone);
		}
		LocalTime start = LocalTime.of(7 + random.nextInt(13), 15 * random.nextInt(4));
		return EventTime.on(day, start, start.plusMinutes(30L * (1 + random.nextInt(6))), zone);
	}

	private static Place place(Random random) {
		String country = one(COUNTRIES, random);
		return switch (random.nextInt(5)) {
			case 0 ->
				new Place(Place.Format.BOTH, "The Old Library, High Street, Leeds", "LS1 1AA", "By video", country);
			case 1, 2 ->
				new Place(Place.Format.IN_PERSON, "Children’s Centre, 12 Mill Lane, Somewhere", null, null, country);
			default -> new Place(Place.Format.ONLINE, null, null, "You get a link when you book.", country);
		};
	}

	private static Set<Provision> provisions(Random random) {
		Set<Provision> some = EnumSet.noneOf(Provision.class);
		for (Provision provision : Provision.values()) {
			if (random.nextInt(4) == 0) {
				some.add(provision);
			}
		}
		return some;
	}

	private static <T> T one(List<T> choices, Random random) {
		return choices.get(random.nextInt(choices.size()));
	}

}
