import Lessons
import Testing

/// What an author reads.
@Suite struct FileDiagnosticsTests {
  @Test func latin1NamesTheByte() {
    #expect(
      findings(Array("# Caf".utf8) + [0xE9] + Array("\n".utf8)) == [
        #"a.lesson.md:1:6: error FL001: Byte 5 (0xE9) is not UTF-8. Save the file as UTF-8; it may be Latin-1 or Windows-1252."#
      ]
    )
  }

  @Test func utf16IsRefused() {
    #expect(
      findings([0xFF, 0xFE, 0x23, 0x00]) == [
        #"a.lesson.md:1:1: error FL002: The file is UTF-16. Save it as UTF-8."#
      ]
    )
  }

  @Test func utf16BigEndianIsRefused() {
    #expect(
      findings([0xFE, 0xFF, 0x00, 0x23]) == [
        #"a.lesson.md:1:1: error FL002: The file is UTF-16. Save it as UTF-8."#
      ]
    )
  }

  @Test func moreThanAMegabyteIsRefused() {
    #expect(
      findings([UInt8](repeating: 0x20, count: 1_000_001)) == [
        #"a.lesson.md:1:1: error FL003: The file has 1000001 bytes; a lesson has at most 1000000. Split the lesson."#
      ]
    )
  }

  @Test func nulIsRefused() {
    #expect(
      findings(Array("# a\nb\0".utf8)) == [
        #"a.lesson.md:2:2: error FL004: Byte 5 is NUL. Save the file as UTF-8 text; it may be UTF-16 or no text."#
      ]
    )
  }

  @Test func aControlCharacterIsRefused() {
    #expect(
      findings("# a\u{1B}[31m") == [
        #"a.lesson.md:1:4: error FL005: There is a control character, U+001B. Delete it."#
      ]
    )
  }

  @Test func aLongLineIsRefused() {
    #expect(
      findings(String(repeating: "x", count: 4097)) == [
        #"a.lesson.md:1:1: error FL006: The line has 4097 bytes; a line has at most 4096. Break it; a line's end in a paragraph is only a blank."#
      ]
    )
  }

  @Test func denseMarkupIsRefused() {
    #expect(
      findings(String(repeating: "![[]()", count: 300)) == [
        #"a.lesson.md:1:1: error FL007: Too many brackets, stars, backticks or table cells without an empty line. Put in an empty line, or write less markup."#
      ]
    )
  }

  @Test func aHugeTableIsRefused() {
    #expect(
      findings(
        "|" + String(repeating: "a|", count: 99) + "\n|" + String(repeating: "-|", count: 99) + "\n"
          + String(repeating: "a\n", count: 600)
      ) == [
        #"a.lesson.md:501:1: error FL007: Too many brackets, stars, backticks or table cells without an empty line. Put in an empty line, or write less markup."#
      ]
    )
  }

  @Test func deepMarkersAreRefused() {
    #expect(
      findings(String(repeating: "> ", count: 101)) == [
        #"a.lesson.md:1:1: error FL008: Lists, quotes or emphasis nest too deep. Nest lists and quotes to 6 levels at most."#
      ]
    )
  }

  @Test func deepListsAreRefused() {
    #expect(
      findings(altered("> A quote.", "> > > > > > > A quote.")) == [
        #"a.lesson.md:28:15: error FL008: Lists, quotes or emphasis nest too deep. Nest lists and quotes to 6 levels at most."#
      ]
    )
  }

  @Test func tabsBeforeTextAreRefused() {
    #expect(
      findings(altered("- then", "\t- then")) == [
        #"a.lesson.md:24:1: error FL009: A tab stands where the width of blanks decides what the line is. Write spaces."#
      ]
    )
  }

  @Test func tabsAfterAMarkerAreRefused() {
    #expect(
      findings(altered("- then", "-\tthen")) == [
        #"a.lesson.md:24:2: error FL009: A tab stands where the width of blanks decides what the line is. Write spaces."#
      ]
    )
  }

  @Test func tabsInAFenceLineAreRefused() {
    #expect(
      findings(altered("```toml parameters", "```toml\tparameters")) == [
        #"a.lesson.md:39:8: error FL009: A tab stands where the width of blanks decides what the line is. Write spaces."#
      ]
    )
  }

  @Test func tabsInAHeadingAreRefused() {
    #expect(
      findings(altered("## The factor", "##\tThe factor")) == [
        #"a.lesson.md:78:3: error FL009: A tab stands where the width of blanks decides what the line is. Write spaces."#
      ]
    )
  }
}
