import Lessons
import Testing

/// What an author reads.
@Suite struct ParameterDiagnosticsTests {
  @Test func parameterTwiceInAStep() {
    #expect(
      findings(
        altered("> A quote.", #"```toml parameters\#n[s]\#nvalue = 1\#nmeaning = "m"\#n```"#)
      ) == [
        #"a.lesson.md:44:2: error FL058: The step has the parameter 's' already, in line 29. Keep one."#
      ]
    )
  }

  @Test func valueOutsideRange() {
    #expect(
      findings(altered(#"value = 1.5\#n"#, #"value = 4\#n"#)) == [
        #"a.lesson.md:41:9: error FL059: The value 4 is not in the range from 0.1 to 3. Change one of them."#
      ]
    )
  }

  @Test func rangeWithoutStep() {
    #expect(
      findings(altered(#"step = 0.1\#n"#, "")) == [
        #"a.lesson.md:40:2: error FL060: The parameter can't be turned: it has no step. Write both range and step, or neither."#
      ]
    )
  }

  @Test func stepWithoutRange() {
    #expect(
      findings(altered(#"range = [0.1, 3]\#n"#, "")) == [
        #"a.lesson.md:40:2: error FL060: The parameter can't be turned: it has no range. Write both range and step, or neither."#
      ]
    )
  }

  @Test func rangeBackwards() {
    #expect(
      findings(altered("range = [0.1, 3]", "range = [3, 0.1]")) == [
        #"a.lesson.md:42:9: error FL053: 'range' is [3, 0.1]. Write two numbers, the smaller one first."#
      ]
    )
  }

  @Test func logFromZero() {
    #expect(
      findings(
        altered(#"range = [0.1, 3]\#nstep = 0.1"#, #"range = [0, 3]\#nstep = 2\#nscale = "log""#)
      ) == [
        #"a.lesson.md:42:9: error FL053: 'range' is [0, 3]. Write two numbers, the smaller one first, both above 0."#
      ]
    )
  }

  @Test func logStepOfOne() {
    #expect(
      findings(altered("step = 0.1", #"step = 1\#nscale = "log""#)) == [
        #"a.lesson.md:43:8: error FL053: 'step' is 1. Write a factor above 1."#
      ]
    )
  }

  @Test func negativeStep() {
    #expect(
      findings(altered("step = 0.1", "step = -0.1")) == [
        #"a.lesson.md:43:8: error FL053: 'step' is -0.1. Write a number above 0."#
      ]
    )
  }

  @Test func unknownScale() {
    #expect(
      findings(altered("step = 0.1", #"step = 0.1\#nscale = "liner""#)) == [
        #"a.lesson.md:44:10: error FL052: 'liner' is no scale. Did you mean "linear"?"#
      ]
    )
  }

  @Test func farFromAnyScale() {
    #expect(
      findings(altered("step = 0.1", #"step = 0.1\#nscale = "mel""#)) == [
        #"a.lesson.md:44:10: error FL052: 'mel' is no scale. Write one of linear and log."#
      ]
    )
  }

  @Test func noMeaning() {
    #expect(
      findings(altered(#"meaning = "the number of layers""#, "")) == [
        #"a.lesson.md:46:2: error FL049: The parameter L has no 'meaning'. Write meaning = … in it, a text in quotes."#
      ]
    )
  }

  @Test func badName() {
    #expect(
      findings(altered("[L]", #"["2L"]"#)) == [
        #"a.lesson.md:46:3: error FL054: '2L' is no name. Use letters, digits and _, and a letter or _ first."#
      ]
    )
  }

  @Test func notATable() {
    #expect(
      findings(altered(#"[s]\#nvalue = 1.5"#, #"s = 3\#n[t]\#nvalue = 1.5"#)) == [
        #"a.lesson.md:40:5: error FL050: 's' is a whole number. Write a table with value and meaning."#
      ]
    )
  }

  @Test func expressionWithRange() {
    #expect(
      findings(altered(#"value = "[1, 1]""#, #"value = "[1, 1]"\#nrange = [1, 2]"#)) == [
        #"a.lesson.md:51:9: error FL050: 'value' is a text. Write a number, because of range."#
      ]
    )
  }

  @Test func emptyParameters() {
    #expect(
      findings(altered("> A quote.", #"```toml parameters\#n\#n```"#)) == [
        #"a.lesson.md:28:1: error FL061: The fence ```toml parameters is empty. Write into it, or delete it."#
      ]
    )
  }

  @Test func emptyCell() {
    #expect(
      findings(altered(#"M * [1, 2, 3]\#n"#, #"\#n"#)) == [
        #"a.lesson.md:161:1: error FL061: The fence ```fathom error is empty. Write into it, or delete it."#
      ]
    )
  }
}
