/*
 * Runs veraPDF's validator over PDF files and prints what fails, one rule a line with the first place.
 *
 *   java -cp ... VeraCheck.java ua1,2a FILE...
 *
 * The first argument names the standards: ua1 is PDF/UA-1, 2a is PDF/A-2a. The exit status is 0 when every file keeps
 * every one of them, 1 when some file does not, 2 when a file could not be read at all.
 */
import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

class VeraCheck {
	/* Every failure is kept: a file with one fault must not hide the next. */
	private static final int ALL_FAILURES = Integer.MAX_VALUE / 2;

	private static final class Failure {
		int count;
		String message;
		String place;
	}

	private static Map<String, Failure> failures(ValidationResult result) {
		Map<String, Failure> found = new TreeMap<>();

		for (TestAssertion one : result.getTestAssertions()) {
			if (one.getStatus() != TestAssertion.Status.FAILED)
				continue;
			String rule = one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber();
			Failure f = found.computeIfAbsent(rule, r -> new Failure());
			if (f.count++ == 0) {
				f.message = one.getMessage();
				f.place = one.getLocation().getContext();
			}
		}
		return found;
	}

	private static boolean passes(String path, String standard) throws Exception {
		PDFAFlavour flavour = PDFAFlavour.fromString(standard);

		try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(path), flavour)) {
			PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, ALL_FAILURES, true, true, false);
			ValidationResult result = validator.validate(parser);

			/* A run that checked nothing would pass everything. */
			boolean good = result.isCompliant() && result.getTotalAssertions() > 0;
			System.out.printf("%s: %s %s, %d checks%n", path, flavour, good ? "passed" : "FAILED", result.getTotalAssertions());
			failures(result).forEach((rule, f) ->
			    System.out.printf("  %s, %d times: %s%n    first at %s%n", rule, f.count, f.message, f.place));
			return good;
		}
	}

	public static void main(String[] args) {
		int status = 0;

		LogManager.getLogManager().reset();
		VeraGreenfieldFoundryProvider.initialise();
		for (int i = 1; i < args.length; i++) {
			for (String standard : args[0].split(",")) {
				try {
					if (!passes(args[i], standard))
						status = Math.max(status, 1);
				} catch (Exception e) {
					System.out.printf("%s: could not be read: %s%n", args[i], e);
					status = 2;
				}
			}
		}
		System.exit(status);
	}
}
