import Lessons
import Testing

/// What an author reads.
@Suite struct MarkdownDiagnosticsTests {
  @Test func anUnclosedFenceIsNamed() {
    #expect(
      findings(wholeLesson + "```fathom\ny = 1\n") == [
        #"a.lesson.md:164:1: error FL010: The fence ```fathom is never closed. Write ``` on a line of its own after it."#
      ]
    )
  }

  @Test func aFenceIsClosedByAsManyBackticks() {
    #expect(
      findings(wholeLesson + "````text\n```\n") == [
        #"a.lesson.md:164:1: error FL010: The fence ```text is never closed. Write ``` on a line of its own after it."#
      ]
    )
  }

  @Test func aFenceThatSwallowsAnotherIsNamed() {
    #expect(
      findings(altered(#"plot rms(a) over s in [1.5, 0.5]\#n```"#, "plot rms(a)")) == [
        #"a.lesson.md:79:1: error FL011: This line opens a fence inside the one from line 73. Close that one with ``` first, or open it with more backticks than this line has."#
      ]
    )
  }

  @Test func fathon() {
    #expect(
      findings(altered(#"```fathom\#n"#, #"```fathon\#n"#)) == [
        #"a.lesson.md:73:1: error FL012: 'fathon' is no fence of a lesson. Did you mean ```fathom?"#
      ]
    )
  }

  @Test func tomlQuestions() {
    #expect(
      findings(altered(#"```toml question\#nid = "own"#, #"```toml questions\#nid = "own"#)) == [
        #"a.lesson.md:154:1: error FL012: 'toml questions' is no fence of a lesson. Did you mean ```toml question?"#
      ]
    )
  }

  @Test func tomlAlone() {
    #expect(
      findings(altered(#"```toml question\#nid = "own"#, #"```toml\#nid = "own"#)) == [
        #"a.lesson.md:154:1: error FL012: 'toml' is no fence of a lesson. Did you mean ```toml question?"#
      ]
    )
  }

  @Test func capitalsAndBraces() {
    #expect(
      findings(altered(#"```fathom\#n"#, #"```{.Fathom}\#n"#)) == [
        #"a.lesson.md:73:1: error FL012: '{.Fathom}' is no fence of a lesson. Did you mean ```fathom?"#
      ]
    )
  }

  @Test func questionAlone() {
    #expect(
      findings(altered(#"```toml question\#nid = "own"#, #"```question\#nid = "own"#)) == [
        #"a.lesson.md:154:1: error FL012: 'question' is no fence of a lesson. Did you mean ```toml question?"#
      ]
    )
  }

  @Test func fathomErrors() {
    #expect(
      findings(altered("```fathom error", "```fathom errors")) == [
        #"a.lesson.md:161:1: error FL012: 'fathom errors' is no fence of a lesson. Did you mean ```fathom error?"#
      ]
    )
  }

  @Test func aFenceOfOursInAList() {
    #expect(
      findings(altered(#"- then\#n"#, #"- then\#n\#n  ```fathom\#n  x\#n  ```\#n\#n"#)) == [
        #"a.lesson.md:26:3: error FL013: The fence ```fathom stands in a list, in a quote or after blanks. Begin it at the left edge."#
      ]
    )
  }

  @Test func aFenceOfOursAfterBlanks() {
    #expect(
      findings(altered("```fathom error", " ```fathom error")) == [
        #"a.lesson.md:161:2: error FL013: The fence ```fathom error stands in a list, in a quote or after blanks. Begin it at the left edge."#
      ]
    )
  }

  @Test func indentedCode() {
    #expect(
      findings(altered(#"## The factor\#n"#, #"## The factor\#n\#n    y = 1\#n"#)) == [
        #"a.lesson.md:80:5: error FL014: Four blanks make this a code block. Write ``` before and after code, or fewer blanks."#
      ]
    )
  }

  @Test func anUnderlinedHeading() {
    #expect(
      findings(altered("> A quote.", #"A step\#n---"#)) == [
        #"a.lesson.md:28:1: error FL015: The line of dashes or equals signs below makes this a heading. Write ## before a heading, and an empty line before a rule."#
      ]
    )
  }

  @Test func frontMatter() {
    #expect(
      findings("---\ntitle: x\n---\n" + wholeLesson) == [
        #"a.lesson.md:2:1: error FL015: The line of dashes or equals signs below makes this a heading. Write ## before a heading, and an empty line before a rule."#,
        #"a.lesson.md:4:1: error FL037: The header isn't the first fence. Put it before everything else."#,
      ]
    )
  }

  @Test func aHeadingWithoutABlank() {
    #expect(
      findings(altered("> A quote.", "##Next")) == [
        ##"a.lesson.md:28:1: error FL016: A heading needs a blank after ##. Write ## and a blank, or \# for the character."##
      ]
    )
  }

  @Test func htmlBlock() {
    #expect(
      findings(altered("> A quote.", "<div>")) == [
        #"a.lesson.md:28:1: error FL017: '<div>' is HTML, which a lesson can't show. Write it in backticks, or \<."#
      ]
    )
  }

  @Test func htmlInline() {
    #expect(
      findings(altered("> A quote.", "a <br> b")) == [
        #"a.lesson.md:28:1: error FL017: '<br>' is HTML, which a lesson can't show. Write it in backticks, or \<."#
      ]
    )
  }

  @Test func anUnclosedComment() {
    #expect(
      findings(altered("ten seconds. -->", "ten seconds.")) == [
        #"a.lesson.md:55:1: error FL018: The comment is never closed. Write --> at its end."#
      ]
    )
  }

  @Test func textBehindAComment() {
    #expect(
      findings(altered("ten seconds. -->", "ten seconds. --> and more")) == [
        #"a.lesson.md:55:1: error FL019: 'and more' stands behind a comment. Put it on the next line."#
      ]
    )
  }

  @Test func aMistypedComment() {
    #expect(
      findings(altered("<!-- speaker:", "<!-- speakr:")) == [
        #"a.lesson.md:55:1: error FL020: A comment begins with 'speakr:'. Did you mean 'speaker:'?"#
      ]
    )
  }

  @Test func aCommentWithoutColon() {
    #expect(
      findings(altered("<!-- id: more -->", "<!-- id more -->")) == [
        #"a.lesson.md:19:1: error FL020: A comment begins with 'id'. Did you mean 'id:'?"#
      ]
    )
  }

  @Test func aCommentWithinALine() {
    #expect(
      findings(altered("> A quote.", "a <!-- speaker: b --> c")) == [
        #"a.lesson.md:28:1: error FL021: The comment '<!-- speaker: b -->' has no meaning here. Begin comments at the left edge, and put an id right under the ## of its step."#
      ]
    )
  }

  @Test func anIDFarFromItsHeading() {
    #expect(
      findings(altered("> A quote.", "<!-- id: other -->")) == [
        #"a.lesson.md:28:1: error FL021: The comment '<!-- id: other -->' has no meaning here. Begin comments at the left edge, and put an id right under the ## of its step."#
      ]
    )
  }

  @Test func aCommentInAList() {
    #expect(
      findings(altered(#"- then\#n"#, #"- then\#n\#n  <!-- speaker: x -->\#n\#n"#)) == [
        #"a.lesson.md:26:3: error FL021: The comment '<!-- speaker: x -->' has no meaning here. Begin comments at the left edge, and put an id right under the ## of its step."#
      ]
    )
  }

  @Test func anImage() {
    #expect(
      findings(altered("> A quote.", "![a](b.png)")) == [
        #"a.lesson.md:28:1: error FL022: A shell shows no image. Say it in words, or plot it in a cell."#
      ]
    )
  }

  @Test func twoBlanksAtALineEnd() {
    #expect(
      findings(altered("> A quote.", #"A  \#nquote."#)) == [
        #"a.lesson.md:28:2: error FL023: Two blanks at the end break the line, but nobody sees them and editors strip them. Write \ at the end of the line, or delete the blanks."#
      ]
    )
  }
}
