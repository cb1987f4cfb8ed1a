import Lessons
import Testing

/// What an author reads.
@Suite struct StepDiagnosticsTests {
  @Test func noTitle() {
    #expect(
      findings(altered(#"# Scaling\#n"#, #"Scaling\#n"#)) == [
        #"a.lesson.md:1:1: error FL024: The lesson has no title. Write # and the title before the first step."#
      ]
    )
  }

  @Test func aSecondTitle() {
    #expect(
      findings(altered("## The factor", "# The factor")) == [
        #"a.lesson.md:78:1: error FL025: This is a second title; the first is in line 14. Write ## for a step."#
      ]
    )
  }

  @Test func aTitleAfterAStep() {
    #expect(
      findings("## A\n\n# Scaling\n") == [
        #"a.lesson.md:1:1: error FL036: The lesson has no header. Begin with a fence ```toml lesson that has format, id, title, version, …"#,
        #"a.lesson.md:1:1: warning FL035: In the step 'A' there is nothing to do. Add a cell, a question or parameters."#,
        #"a.lesson.md:3:1: error FL026: The title stands after a step. Put it before the first ##."#,
      ]
    )
  }

  @Test func anEmptyHeading() {
    #expect(
      findings(altered("## The factor", "##")) == [
        #"a.lesson.md:78:1: error FL027: The heading is empty. Write a title after it."#
      ]
    )
  }

  @Test func noSteps() {
    #expect(
      findings("```toml lesson\nformat = 1\n```\n# A\n") == [
        #"a.lesson.md:1:1: error FL049: The lesson has no 'id'. Write id = … in it, a text in quotes."#,
        #"a.lesson.md:1:1: error FL049: The lesson has no 'version'. Write version = … in it, a text in quotes."#,
        #"a.lesson.md:1:1: error FL049: The lesson has no 'title'. Write title = … in it, a text in quotes."#,
        #"a.lesson.md:1:1: error FL049: The lesson has no 'summary'. Write summary = … in it, a text in quotes."#,
        #"a.lesson.md:1:1: error FL049: The lesson has no 'objectives'. Write objectives = … in it, a list of texts in quotes."#,
        #"a.lesson.md:1:1: error FL049: The lesson has no 'takeaways'. Write takeaways = … in it, a list of texts in quotes."#,
        #"a.lesson.md:1:1: error FL049: The lesson has no 'minutes'. Write minutes = … in it, a whole number."#,
        #"a.lesson.md:4:1: error FL028: The lesson has no step. Write ## and the title of a step."#,
      ]
    )
  }

  @Test func aCellBeforeTheFirstStep() {
    #expect(
      findings(altered("Here `W[l]`", #"```fathom\#nx = 1\#n```\#n\#nHere `W[l]`"#)) == [
        #"a.lesson.md:16:1: error FL029: There is a cell before the first step. Put it under a ##."#
      ]
    )
  }

  @Test func aQuestionBeforeTheFirstStep() {
    #expect(
      findings(
        altered(
          "Here `W[l]`",
          #"```toml question\#nid = "q"\#nkind = "text"\#nask = "?"\#npoints = 1\#n```\#n\#nHere `W[l]`"#
        )
      ) == [
        #"a.lesson.md:16:1: error FL029: There is a question before the first step. Put it under a ##."#
      ]
    )
  }

  @Test func aBadStepID() {
    #expect(
      findings(altered("<!-- id: more -->", "<!-- id: More Of It -->")) == [
        #"a.lesson.md:19:10: error FL030: 'More Of It' is no id. Use lower-case letters a to z, digits and single hyphens, 40 at most."#
      ]
    )
  }

  @Test func stepIDsTwice() {
    #expect(
      findings(altered("## The factor", #"## The factor\#n<!-- id: more -->"#)) == [
        #"a.lesson.md:79:10: error FL031: The step id 'more' is taken by line 19. Write <!-- id: … --> with another under one of them."#
      ]
    )
  }

  @Test func slugsTwice() {
    #expect(
      findings(
        altered("## The factor", #"## The factor\#n\#n```fathom\#n1\#n```\#n\#n## The factor"#)
      ) == [
        #"a.lesson.md:84:1: error FL031: The step id 'the-factor' is taken by line 78. Write <!-- id: … --> with another under one of them."#
      ]
    )
  }

  @Test func questionIDsTwice() {
    #expect(
      findings(altered(#"id = "why""#, #"id = "factor""#)) == [
        #"a.lesson.md:100:7: error FL031: The question id 'factor' is taken by line 82. Change one."#
      ]
    )
  }

  @Test func noSlug() {
    #expect(
      findings(altered("## The factor", "## Größe")) == [
        #"a.lesson.md:78:1: error FL032: No id can be made of the title 'Größe'. Write <!-- id: … --> under it; letters beyond a to z and more than 40 characters don't go into one."#
      ]
    )
  }

  @Test func aSlugTooLong() {
    #expect(
      findings(
        altered(
          "## The factor",
          "## The factor that multiplies the input before the last of the matrices"
        )
      ) == [
        #"a.lesson.md:78:1: error FL032: No id can be made of the title 'The factor that multiplies the input before the last of the…'. Write <!-- id: … --> under it; letters beyond a to z and more than 40 characters don't go into one."#
      ]
    )
  }

  @Test func aStepInAQuote() {
    #expect(
      findings(altered("> A quote.", "> ## A quote")) == [
        #"a.lesson.md:28:3: error FL033: A title or step stands in a list or a quote. Begin it at the left edge, or write ###."#
      ]
    )
  }

  @Test func aPlaceholderInATitle() {
    #expect(
      findings(altered("## The factor", "## The factor {s}")) == [
        #"a.lesson.md:78:15: error FL034: A title can't hold the value {s}. Write the value in the text below."#
      ]
    )
  }

  @Test func nothingToDo() {
    #expect(
      findings(altered("## The factor", #"## Rest\#n\#nWell.\#n\#n## The factor"#)) == [
        #"a.lesson.md:78:1: warning FL035: In the step 'Rest' there is nothing to do. Add a cell, a question or parameters."#
      ]
    )
  }
}
