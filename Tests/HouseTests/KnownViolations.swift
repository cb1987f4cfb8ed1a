import Testing

/// What does not keep the rules of the house yet, or has a reason not to.
enum KnownViolations {
  /// Code that waits for the statement that will use it.
  static let waiting = ["DeepNetworks/Sweeps/", "DeepNetworks/Training/Batch"]

  static let folders: Set<String> = [
    "DeepNetworks: . names Moments of Theory",
    "Notebooks: Graph names FigureBuilder of Figures",
    "Notebooks: Syntax names Definitions of Graph",
    "Notebooks: Syntax names Rendering of Values",
    "Notebooks: Values names BuiltIns of Functions",
    "Notebooks: Values names EngineProblem of Functions",
    "Notebooks: Values names Initializations of Functions",
    "Plotting: . names Drawing of SVG",
    "Plotting: . names Page of SVG",
    "Sessions: State names Sentence of Showing",
    "Sessions: State names Shown of Showing",
  ]

  static let imports: Set<String> = [
    "Grading/GradeReport.swift imports Transcripts",
    "Sessions/Showing/Sentence.swift imports Notebooks",
    "Sessions/Showing/Shown.swift imports Plotting",
    "Sessions/State/AnswerRecord.swift imports Notebooks",
    "fathom/PresentCommand.swift imports Lessons",
    "fathom/ReplayCommand.swift imports Lessons",
    "fathom/ReplayCommand.swift imports Transcripts",
  ]

  static let dependencies: Set<String> = []

  static let packageNames: Set<String> = [
    "DeepNetworks: Extended.exponentialMinusOne",
    "DeepNetworks: Gradients.dU",
    "DeepNetworks: Matrix.isSquare",
    "DeepNetworks: MeanField.varianceSlope",
    "DeepNetworks: Network.memoryLimit",
    "DeepNetworks: NumberFormat.maximumExponent",
    "DeepNetworks: NumberFormat.minimumExponent",
    "DeepNetworks: Saxe.timeConstant",
    "DeepNetworks: Spectrum.meanSquare",
    "Grading: QuestionGrade.isFault",
    "Lessons: ProseElement.isTight",
    "Lessons: ProseElement.listDepth",
    "Lessons: ProseElement.quoteDepth",
    "LineEditing: LineEditor.Configuration.programName",
    "LineEditing: LineEditor.Configuration.readsEditrc",
    "Notebooks: BinaryOperator",
    "Notebooks: FigureStatement.verbRange",
    "Notebooks: OverClause.nameRange",
    "Notebooks: Parser.deepestNesting",
    "Notebooks: PerLayer.symbol",
    "Plotting: Heatmap.valueLabel",
    "Plotting: Heatmap.yIsInteger",
    "Plotting: Heatmap.yLabel",
    "Sessions: AnswerRefusal",
    "Sessions: Learner.classSeed",
    "Sessions: QuestionText.Choice.letter",
    "Sessions: Shown.ParameterText.assignment",
    "TerminalText: StyledText.mapText",
    "Transcripts: Replay.overlong",
    "Transcripts: Replay.verdicts",
  ]

  static let unreached: Set<String> = [
    "DeepNetworks: Extended.cosh",
    "DeepNetworks: Extended.sinh",
    "DeepNetworks: Extended.tan",
    "DeepNetworks: GaussianProducts.lyapunovVariance",
    "DeepNetworks: GaussianProducts.meanSingularValue",
    "DeepNetworks: GaussianProducts.secondMoments",
    "DeepNetworks: GradientGrowth.batchNormalisation",
    "DeepNetworks: GradientGrowth.residual",
    "DeepNetworks: MeanField.correlations",
    "DeepNetworks: MeanField.variances",
    "DeepNetworks: Saxe.scaledTimeLimit",
    "DeepNetworks: Spectrum.isDynamicallyIsometric",
    "DeepNetworks: Spectrum.meanSquare",
    "DeepNetworks: Vector.maximumMagnitude",
    "Notebooks: Notebook.isKnown",
    "Notebooks: Source.lineCount",
  ]

  static let uncalled: Set<String> = [
    "CKernels: fk_expm1",
    "CKernels: fk_expm11",
    "CKernels: fk_log",
    "CKernels: fk_log1p",
    "CKernels: fk_log2_1",
    "CKernels: fk_philox4x32_10",
    "CKernels: fk_sech2_1",
    "CKernels: fk_select_isa",
    "CKernels: fk_sigmoid1",
    "CKernels: fk_sincos2pi",
    "CKernels: fk_sum",
    "CKernels: fk_tan1",
    "CKernels: fk_tanh1",
  ]

  /// New violations are mistakes, and so are entries here that no longer hold.
  static func compare(
    _ found: Set<String>,
    _ known: Set<String>,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let new = found.subtracting(known).sorted().joined(separator: "\n")
    let gone = known.subtracting(found).sorted().joined(separator: "\n")
    #expect(new == "", "against the rules", sourceLocation: sourceLocation)
    #expect(gone == "", "known, but no longer so", sourceLocation: sourceLocation)
  }
}
