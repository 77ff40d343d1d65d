package org.awarenessweek.print;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

import org.awarenessweek.event.SampleEvents;
import org.awarenessweek.pledge.SamplePledges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ShareCardTests {

	private static final Colours COLOURS = Colours.of(TestPaper.SITE.colours());

	private static final int INK = 0xff202c35;

	@ParameterizedTest
	@ValueSource(strings = { "Songs for babies", "Ŵythnos ŷ", "Ψυχική υγεία", "Психическое здоровье", "أغاني للأطفال",
			"שירים לתינוקות", "शिशुओं के लिए गीत", "শিশুদের জন্য গান", "ਬੱਚਿਆਂ ਲਈ ਗੀਤ", "બાળકો માટે ગીતો",
			"குழந்தைகளுக்கான பாடல்கள்", "పిల్లల పాటలు", "ಮಕ್ಕಳ ಹಾಡುಗಳು", "കുഞ്ഞുങ്ങൾക്കുള്ള പാട്ടുകൾ",
			"ළදරුවන් සඳහා ගීත", "เพลงสำหรับทารก", "Երգեր մանուկների համար", "სიმღერები ჩვილებისთვის", "መዝሙሮች ለሕፃናት",
			"赤ちゃんのこころ", "婴儿心理健康", "아기를 위한 노래" })
	void showsTitlesInEveryScript(String title) throws IOException {
		assertThat(Typeface.BOLD.spell(title)).isEqualTo(title);
		assertThat(Typeface.REGULAR.spell(title)).isEqualTo(title);
		byte[] png = card(title).png();
		assertThat(ink(read(png))).isGreaterThan(ink(read(card("").png())) + 1000);
		assertThat(png).hasSizeLessThan(60 * 1024);
	}

	@Test
	void isAsLargeAsSharedPicturesAre() throws IOException {
		BufferedImage card = read(card("Songs for babies").png());
		assertThat(card.getWidth()).isEqualTo(1200);
		assertThat(card.getHeight()).isEqualTo(630);
		assertThat(card.getRGB(2, 2)).as("paper").isEqualTo(0xfffbf7f0);
		assertThat(card.getRGB(780 + (int) (40.5 * 6.2), 40 + (int) (57.5 * 6.2))).as("dot").isEqualTo(0xfff2a25c);
	}

	@ParameterizedTest
	@ValueSource(strings = { "W", "字", "ش", "Word and ", "🎵", "&<>\"" })
	void keepsTheLongestTitleOnTheCard(String part) throws IOException {
		byte[] png = card(part.repeat(120)).png();
		assertThat(ink(read(png).getSubimage(800, 0, 400, 630))).isZero();
		assertThat(png).hasSizeLessThan(60 * 1024);
	}

	@Test
	void saysWhenAndWhere() {
		var adelaide = SampleEvents.published(SampleEvents.edition2021(), "Early",
				SampleEvents.at(SampleEvents.TUESDAY, "07:30", "09:00", "Australia/Adelaide"));
		assertThat(ShareCard.of(TestPaper.SITE, adelaide, null)).isEqualTo(new ShareCard(null, TestPaper.SITE.name(),
				"Early", "Tuesday 8 June 2021", "7:30am to 9am (Adelaide time)", "Including infants", COLOURS));
	}

	@Test
	void saysWhatHasBecomeOfAnEvent() {
		assertThat(ShareCard.of(TestPaper.SITE, SampleEvents.published(), null).state()).isNull();
		assertThat(ShareCard.of(TestPaper.SITE, SampleEvents.cancelled(SampleEvents.published()), null).state())
			.isEqualTo("Cancelled");
		assertThat(ShareCard.of(TestPaper.SITE, SampleEvents.postponed(SampleEvents.published()), null).state())
			.isEqualTo("Postponed");
	}

	@Test
	void ofTheWeekSaysItsThemeAndItsDays() {
		assertThat(ShareCard.of(TestPaper.SITE, SampleEvents.edition2021())).isEqualTo(
				new ShareCard(null, TestPaper.SITE.name(), "Including infants", "7 to 13 June 2021", "", "", COLOURS));
	}

	@Test
	void ofAPledgeSaysWhoHasSigned() {
		ShareCard card = ShareCard.of(TestPaper.SITE,
				SamplePledges.confirmed(SampleEvents.edition2021(), "Ελένη", "e@example.org"));
		assertThat(card).isEqualTo(new ShareCard(null, TestPaper.SITE.name(), "Ελένη", "has signed the pledge",
				"to include infants", "7 to 13 June 2021 #IMHAW21", COLOURS));
		assertThat(card.words()).isEqualTo("Ελένη has signed the pledge to include infants. "
				+ "Infant Mental Health Awareness Week, 7 to 13 June 2021 #IMHAW21");
	}

	@Test
	void ofAnOrganisationsPledgeNamesItAndNeverAPerson() {
		assertThat(ShareCard.of(TestPaper.SITE,
				SamplePledges.ofOrganisation(SampleEvents.edition2021(), "Leeds Trust", "s@example.org")))
			.satisfies((card) -> assertThat(card.title()).isEqualTo("Leeds Trust"))
			.satisfies((card) -> assertThat(card.toString()).doesNotContain("Sam Secretary"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ចាន់ សុភា", "Sophea ចាន់", "👶🏽",
			"\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd" })
	void speaksWithoutANameThatItCannotDraw(String name) {
		assertThat(
				ShareCard.of(TestPaper.SITE, SamplePledges.confirmed(SampleEvents.edition2021(), name, "s@example.org"))
					.words())
			.startsWith("I have signed the pledge to include infants. Infant");
		assertThat(ShareCard
			.of(TestPaper.SITE, SamplePledges.ofOrganisation(SampleEvents.edition2021(), name, "s@example.org"))
			.words()).startsWith("We have signed the pledge to include infants. Infant");
	}

	@Test
	void ofAPledgeThatIsClosedInvitesNobodyToSign() {
		assertThat(ShareCard.ofPledge(TestPaper.SITE, SamplePledges.edition())).isEqualTo(new ShareCard(null,
				TestPaper.SITE.name(), "We pledge.", "Read the pledge", "week.example.org/pledge", "", COLOURS));
	}

	@Test
	void isTheSameEachTime() {
		assertThat(card("Songs for babies").png()).isEqualTo(card("Songs for babies").png());
	}

	private static ShareCard card(String title) {
		return new ShareCard(null, "Week", title, "Tuesday 8 June 2021", "9:30am to 11am", "Theme", COLOURS);
	}

	private static BufferedImage read(byte[] png) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(png));
	}

	private static int ink(BufferedImage card) {
		int number = 0;
		for (int y = 0; y < card.getHeight(); y++) {
			for (int x = 0; x < card.getWidth(); x++) {
				number += (card.getRGB(x, y) == INK) ? 1 : 0;
			}
		}
		return number;
	}

}
