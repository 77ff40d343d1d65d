package org.awarenessweek.toolkit;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.Part;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.awarenessweek.door.Uploads;
import org.awarenessweek.text.TypedLink;
import org.awarenessweek.text.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.validation.Errors;

/**
 * What a member typed of something in the toolkit.
 *
 * @param version the version that they saw
 * @param kind what it is
 * @param title what it is called
 * @param words the words to copy, if it is that
 * @param link where it leads, if it is a link
 * @param file a file that they chose, if it is one
 * @param alternative what it shows, if it is a picture
 * @param showsImpact whether the picture is shown on the page about what the week
 * achieved
 * @param description what it is good for
 * @param audience who it is for
 * @param language what language it is in
 * @param terms how it may be used
 */
record ToolkitForm(int version, ToolkitItem.@NotNull @Nullable Kind kind,
		@NotBlank @Size(max = 120) @Nullable String title, @Size(max = 5000) @Nullable String words,
		@Nullable String link, @Nullable Part file, @Size(max = 300) @Nullable String alternative,
		@Nullable String showsImpact, @Size(max = 500) @Nullable String description,
		@NotNull @Nullable Audience audience, @Size(max = 40) @Nullable String language,
		@Size(max = 200) @Nullable String terms) {

	ToolkitForm {
		title = TypedText.line(title);
		alternative = TypedText.line(alternative);
		language = TypedText.line(language);
		terms = TypedText.line(terms);
	}

	static ToolkitForm empty(ToolkitItem.Kind kind) {
		return new ToolkitForm(0, kind, null, null, null, null, null, null, null, Audience.EVERYONE, "English", null);
	}

	static ToolkitForm of(ToolkitItem item) {
		ItemContent content = item.content();
		return new ToolkitForm(item.version(), item.kind(), content.title(), content.words(), content.link(), null,
				content.alternative(), content.showsImpact() ? "true" : null, content.description(), content.audience(),
				content.language(), content.terms());
	}

	/** Whether a file was chosen. */
	public boolean hasFile() {
		return Uploads.isChosen(this.file);
	}

	/**
	 * Checks what was typed.
	 * @param present the file that is there already, or was sent
	 */
	void check(@Nullable StoredFile present, Errors errors) {
		switch (Objects.requireNonNull(this.kind)) {
			case FILE -> {
				if (present == null && !errors.hasFieldErrors("file")) {
					errors.rejectValue("file", "toolkit.file.missing");
				}
				if (present != null && present.kind().isPicture() && this.alternative == null) {
					errors.rejectValue("alternative", "toolkit.alternative");
				}
				if (this.showsImpact != null && present != null && !present.isShown()) {
					errors.rejectValue("showsImpact",
							present.kind().isPicture() ? "toolkit.impact.large" : "toolkit.impact");
				}
			}
			case TEXT -> {
				if (this.words == null) {
					errors.rejectValue("words", "NotBlank");
				}
			}
			case LINK -> {
				String read = TypedLink.read(this.link);
				if (read == null || !read.startsWith("https:")) {
					errors.rejectValue("link", "toolkit.link");
				}
			}
		}
	}

	/** What it says, once it is valid. */
	ItemContent content() {
		boolean isFile = this.kind == ToolkitItem.Kind.FILE;
		return new ItemContent(Objects.requireNonNull(this.title), this.description,
				Objects.requireNonNull(this.audience), this.language, this.terms, isFile ? this.alternative : null,
				isFile && this.showsImpact != null, (this.kind == ToolkitItem.Kind.TEXT) ? this.words : null,
				(this.kind == ToolkitItem.Kind.LINK) ? TypedLink.read(this.link) : null);
	}

	/** Everything that was typed, by field name. */
	Map<String, String> typed() {
		var fields = PropertyAccessorFactory.forDirectFieldAccess(this);
		Map<String, String> typed = new LinkedHashMap<>();
		for (RecordComponent field : ToolkitForm.class.getRecordComponents()) {
			if (!field.getName().matches("version|kind|file")) {
				typed.put(field.getName(), Objects.toString(fields.getPropertyValue(field.getName()), ""));
			}
		}
		return typed;
	}

}
