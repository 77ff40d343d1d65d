package org.awarenessweek.command.archive;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.zip.ZipException;

import org.awarenessweek.storage.UnusableDatabase;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.NestedExceptionUtils;

/** Why a command was not done: one sentence for its operator, and the exit code. */
public class CommandFailure extends RuntimeException {

	/** The exit code of a command that was typed wrongly. */
	public static final int TYPED_WRONGLY = 2;

	private static final long serialVersionUID = 1L;

	private final int exitCode;

	public CommandFailure(String sentence) {
		this(sentence, 1);
	}

	private CommandFailure(String sentence, int exitCode) {
		super(sentence);
		this.exitCode = exitCode;
	}

	/** The operator has to type it differently. */
	public static CommandFailure typedWrongly(String sentence) {
		return new CommandFailure(sentence, TYPED_WRONGLY);
	}

	public int exitCode() {
		return this.exitCode;
	}

	/** What went wrong, and what to do. */
	public static String sentence(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			String sentence = known(cause);
			if (sentence != null) {
				return sentence.replaceAll("\\s+", " ").strip();
			}
		}
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
		return (cause.getClass().getSimpleName() + ": " + cause.getMessage()).replaceAll("\\s+", " ").strip();
	}

	private static @Nullable String known(Throwable cause) {
		return switch (cause) {
			case CommandFailure known -> known.getMessage();
			case InvalidConfigurationPropertyValueException setting ->
				"The setting " + setting.getName() + " is missing or wrong. " + setting.getReason();
			case BindException setting -> "The setting " + setting.getName() + " cannot be read: "
					+ NestedExceptionUtils.getMostSpecificCause(setting).getMessage();
			case UnusableDatabase database -> database.getMessage() + " " + database.remedy();
			case SQLException database -> "The database refused: "
					+ String.valueOf(database.getMessage()).replaceAll("(?s)(; SQL statement:)?\n.*", "");
			case OutOfMemoryError full -> "Java needs more memory than it was given: raise -Xmx, and try again.";
			case EOFException damaged -> "The file is not whole, and nothing was written: take an older backup.";
			case ZipException damaged -> "This is no backup, or it is damaged. Nothing was written: take another one.";
			case NoSuchFileException missing ->
				"There is no file or folder " + missing.getFile() + ", or it cannot be made: look at its path.";
			case AccessDeniedException denied -> "This user may not read or write " + denied.getFile() + ".";
			case FileSystemException file ->
				"The file " + file.getFile() + " cannot be used: " + file.getReason() + ". Look at its path.";
			case IOException full when String.valueOf(full.getMessage()).contains("No space left") ->
				"The disk is full.";
			default -> null;
		};
	}

}
