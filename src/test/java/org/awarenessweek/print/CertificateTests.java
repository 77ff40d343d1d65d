package org.awarenessweek.print;

import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.edition.PledgeWording;
import org.awarenessweek.edition.Week;
import org.awarenessweek.edition.Wording;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.SamplePledges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CertificateTests {

	private static final String STATEMENT = "We pledge to include infants whenever we talk about children.";

	private final Certificate certificate = new Certificate(TestPaper.paper(), TestPaper.SITE);

	@Test
	void saysWhatWasPledgedByWhomAndWhen() {
		Pledge pledge = of("Amélie Nováková");
		assertThat(spoken(pledge)).containsSubsequence("Infant Mental Health Awareness Week", "7 to 13 June 2021",
				"Certificate of the pledge", "Amélie Nováková", "has signed the pledge:", STATEMENT,
				"Confirmed on 8 June 2021.",
				"QR code that opens https://week.example.org" + pledge.certificate().path(),
				"Number of this certificate", pledge.certificate().toString(), "Whether it is valid:",
				"week.example.org" + pledge.certificate().path());
	}

	@Test
	void hasAQrCodeThatOpensThePageThatSaysWhetherItIsValid() {
		Pledge pledge = of("Amélie Nováková");
		assertThat(scanned(this.certificate.print(pledge)))
			.isEqualTo("https://week.example.org" + pledge.certificate().path());
	}

	@Test
	void namesTheOrganisationAndNeverThePersonWhoSignedForIt() {
		Pledge pledge = SamplePledges.ofOrganisation(edition(STATEMENT), "Leeds Trust", "sam@example.org");
		assertThat(spoken(pledge)).contains("Leeds Trust").doesNotContain("Sam Secretary");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Siân Ŵyn-O’Neill", "Ελένη Παπαδοπούλου", "Наталія Щербакова", "فاطمة الزهراء بنت محمد",
			"שָׂרָה בן־דוד", "श्रीमती लक्ष्मी कृष्णमूर्ति", "শ্রেয়সী চক্রবর্তী", "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ ਢਿੱਲੋਂ",
			"જ્યોત્સ્ના ત્રિવેદી", "ஸ்ரீதேவி கிருஷ்ணமூர்த்தி", "Dr Fatima فاطمة الزهراء (PhD)", "می‌خواهم گلناز",
			"Ọ́látúnjí Ma̱ra̱ba̱", "王小明" })
	void drawsANameInItsScriptAndReadsItOutAsItWasGiven(String name) throws Exception {
		byte[] pdf = this.certificate.print(of(name));
		assertThat(TestPaper.spoken(pdf)).contains(name + " has signed").doesNotContain("[", "Name has signed");
		assertThat(PdfChecker.complaints(pdf)).isEmpty();
		assertThat(TestPaper.pages(pdf)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ចាន់ សុភា", "Sophea ចាន់", "👶🏽", "\u0301", "A\u20dd" })
	void leavesALineForANameThatItCannotDraw(String name) throws Exception {
		byte[] pdf = this.certificate.print(of(name));
		assertThat(TestPaper.spoken(pdf)).contains("Certificate of the pledge Name has signed the pledge:")
			.doesNotContain(name, "[", "…");
		assertThat(PdfChecker.complaints(pdf)).isEmpty();
	}

	@Test
	void saysWhoseNameBelongsOnTheLine() {
		assertThat(spoken(SamplePledges.ofOrganisation(edition(STATEMENT), "ចាន់ សុភា", "sam@example.org")))
			.contains("Name of the organisation has signed");
	}

	/** The longest values that forms accept. */
	@ParameterizedTest
	@ValueSource(strings = { "W", "字", "ش", "शि", "many words ", "<b>&" })
	void fitsOnOnePageHoweverMuchIsTyped(String part) {
		assertOnOnePage(SamplePledges.ofOrganisation(edition(part.repeat(1000).substring(0, 1000)),
				part.repeat(200).substring(0, 200).strip(), "sam@example.org"));
	}

	/** A whole sentence in one character. */
	@Test
	void leavesALineForANameThatIsTooWide() {
		Pledge pledge = SamplePledges.ofOrganisation(edition(STATEMENT), "\ufdfd".repeat(200), "sam@example.org");
		assertOnOnePage(pledge);
		assertThat(spoken(pledge)).contains("Name of the organisation has signed");
	}

	private void assertOnOnePage(Pledge pledge) {
		byte[] pdf = this.certificate.print(pledge);
		assertThat(TestPaper.pages(pdf)).hasSize(1);
		assertThat(scanned(pdf)).isEqualTo("https://week.example.org" + pledge.certificate().path());
	}

	@Test
	void keepsTheNameOutOfWhatAFileSaysOfItself() throws Exception {
		try (PDDocument document = TestPaper.open(this.certificate.print(of("Amélie Nováková")))) {
			assertThat(document.getDocumentInformation().getTitle())
				.isEqualTo("Certificate of the pledge of Infant Mental Health Awareness Week 2021");
			assertThat(document.getDocumentInformation().getSubject()).startsWith("A pledge confirmed on 8 June 2021")
				.doesNotContain("Amélie");
		}
	}

	@Test
	void showsTheWholeMark() {
		assertThat(TestPaper.cutOffTheMark(this.certificate.print(of("Amélie Nováková")))).isLessThan(11);
	}

	@Test
	void isTheSameEachTime() {
		Pledge pledge = of("Amélie Nováková");
		assertThat(this.certificate.print(pledge)).isEqualTo(this.certificate.print(pledge));
	}

	/** The text of the QR code at the lower left. */
	static String scanned(byte[] pdf) {
		BufferedImage page = TestPaper.picture(pdf, 0);
		int lower = page.getHeight() * 3 / 4;
		return TestPaper.scanAlone(page.getSubimage(0, lower, page.getWidth() * 2 / 5, page.getHeight() - lower));
	}

	private String spoken(Pledge pledge) {
		return TestPaper.spoken(this.certificate.print(pledge));
	}

	private static Pledge of(String name) {
		return SamplePledges.confirmed(edition(STATEMENT), name, "ada@example.org");
	}

	private static Edition edition(String statement) {
		return new Edition(new Week(LocalDate.of(2021, 6, 7), LocalDate.of(2021, 6, 13)),
				new Wording(null, null, "", "", List.of(), Map.of(), PledgeWording.of(statement)));
	}

}
