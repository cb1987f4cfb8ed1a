extension Help {
  private static let small = "network(he(), widths: [2, 8, 8, 2], activation: relu)"

  /// What people ask for about training.
  static let ofTraining: [Concept] = [
    Concept(
      ["optimizer", "optimiser", "sgd", "gradient_descent", "descent", "rmsprop", "adamw"],
      [
        "train takes steps of gradient descent; with momentum: or adam: true it takes theirs, with",
        "decay: beside adam: true those of AdamW. Others there are none.",
      ],
      see: ["momentum", "adam", "batch", "train"],
      examples: ["train(\(small), xor, rate: 0.01, steps: 20, adam: true).outcome"]
    ),
    Concept(
      ["minibatch", "mini_batch", "batch_size", "stochastic", "epoch", "epochs"],
      [
        "samples in a step are the argument batch: of train. An epoch is as many steps as it takes",
        "to see all samples: their number over the batch.",
      ],
      see: ["batch", "steps", "train"],
      examples: ["train(\(small), spirals(), rate: 0.1, steps: 20, batch: 16).outcome"]
    ),
    Concept(["learning_rate", "lr", "eta", "η", "step_size", "stepsize"], see: ["rate"]),
    Concept(["iteration", "iterations", "num_steps"], see: ["steps"]),
    Concept(["nesterov", "velocity", "beta"], see: ["momentum"]),
    Concept(
      ["scheduler", "warm_up", "annealing", "lr_decay", "cosine_annealing", "step_decay"],
      [
        "how the rate goes from step to step: the argument schedule: of train takes warmup(…),",
        "step(…) or cosine(…). rates shows one. The network a training ended with can be trained on.",
      ],
      see: ["schedule", "warmup", "cosine", "rates", "train"],
      examples: [
        "train(\(small), xor, rate: 0.1, steps: 20, schedule: warmup(5, then: cosine)).loss[20]"
      ]
    ),
    Concept(
      [
        "regularisation", "regularization", "weight_decay", "l2", "l1", "overfitting",
        "augmentation",
      ],
      [
        "decay: of train draws the weights towards 0 in each step; test: shows what becomes of samples",
        "that no step is taken from, and patience: stops there. Of l1 and augmentation there is none.",
      ],
      see: ["decay", "test", "patience", "split", "noise"],
      examples: ["train(\(small), xor, rate: 0.1, steps: 20, decay: 0.01).loss[20]"]
    ),
    Concept(["early_stopping", "early_stop", "earlystopping"], see: ["patience"]),
    Concept(
      ["test_set", "validation", "validation_set", "held_out", "holdout", "generalisation"],
      [
        "samples that no step is taken from: the argument test: of train. split makes them of a task."
      ],
      see: ["split", "test", "patience", "accuracy"],
      examples: ["split(spirals(), 0.8).test"]
    ),
    Concept(
      ["loss_scaling", "loss_scale", "mixed_precision", "amp", "grad_scaler", "gradscaler"],
      [
        "format: of train computes in a float format, and scale: multiplies the loss there, so that",
        "small gradients are not 0; a number, or dynamic(…).",
      ],
      see: ["scale", "dynamic", "masters", "format", "train"],
      examples: [
        "train(\(small), xor, rate: 0.1, steps: 20, format: float16, scale: 1024).loss[20]"
      ]
    ),
    Concept(
      ["edge_of_stability"],
      [
        "in plain training with all samples the sharpness rises to 2/rate and stays about there:",
        "sharpness: of train measures it.",
      ],
      see: ["sharpness", "largest_stable_rate"],
      examples: ["train(\(small), xor, rate: 0.1, steps: 20, sharpness: 5).sharpness[20]"]
    ),
    Concept(["cost", "objective", "loss_function", "criterion"], see: ["loss"]),
    Concept(["mse", "mean_squared_error", "l2_loss"], see: ["squared_error"]),
    Concept(
      ["bce", "nll", "log_loss", "softmax", "crossentropy", "cross_entropy_loss"],
      [
        "cross_entropy takes the outputs as logits and makes shares of them by softmax, which stands",
        "nowhere alone.",
      ],
      see: ["cross_entropy", "train"],
      examples: ["cross_entropy([0, 1])"]
    ),
    Concept(["dataset", "data", "datasets", "training_set"], see: ["samples"]),
    Concept(
      ["task", "tasks", "sample"],
      [
        "what train learns: xor, spirals(), linear_teacher(…), or inputs and targets by samples(…)."
      ],
      see: ["xor", "spirals", "linear_teacher", "samples"],
      examples: ["samples([[0, 0], [1, 1]], [[0], [1]])"]
    ),
    Concept(["fit", "training", "learn", "learning"], see: ["train"]),
    Concept(["plateau", "stall", "stalled", "diverge", "diverged", "outcome"], see: ["train"]),
    Concept(["learning_curve", "loss_curve", "history"], see: ["train"]),
  ]
}
