"""Draws an OBJ file with Blender: blender -b -noaudio -P render-blender.py -- OBJ ENGINE SIZE PICTURES FOLDER

The camera and the lights are those of core/stage; prints how many pictures per second were drawn and written.
"""
import math
import random
import sys
import time

import bpy

path, engine, size, pictures, folder = sys.argv[sys.argv.index("--") + 1:]
bpy.ops.wm.read_factory_settings(use_empty=True)
scene = bpy.context.scene
bpy.ops.import_scene.obj(filepath=path)
things = list(bpy.context.selected_objects)

camera = bpy.data.objects.new("camera", bpy.data.cameras.new("camera"))
camera.data.angle = 2 * math.atan(1.5 / 20)
camera.location = (0, -20, 0)
camera.rotation_euler = (math.pi / 2, 0, 0)
scene.collection.objects.link(camera)
scene.camera = camera
for strength, (x, y, z) in [(2, (-3, 4, 5)), (0.5, (5, 0.5, 3))]:
    light = bpy.data.objects.new("sun", bpy.data.lights.new("sun", "SUN"))
    light.data.energy = strength
    light.rotation_euler = (math.atan2(math.hypot(x, z), y), 0, math.atan2(x, z))
    scene.collection.objects.link(light)
scene.world = bpy.data.worlds.new("sky")
scene.world.color = (0.35, 0.35, 0.35)

scene.render.engine = engine
scene.render.resolution_x = scene.render.resolution_y = int(size)
scene.render.film_transparent = True
scene.render.threads_mode = "AUTO"
if engine == "CYCLES":
    scene.cycles.samples = 4
    scene.cycles.max_bounces = 0
    scene.cycles.use_denoising = False
elif engine == "BLENDER_EEVEE":
    scene.eevee.taa_render_samples = 4

random.seed(1)
began = None
for picture in range(-1, int(pictures)):
    for thing in things:
        thing.rotation_euler = [random.uniform(-1.5, 1.5) for _ in range(3)]
    scene.render.filepath = f"{folder}/{picture}.png"
    bpy.ops.render.render(write_still=True)
    began = began or time.perf_counter()
seconds = time.perf_counter() - began
print(f"{engine}: {int(pictures) / seconds:.1f} pictures/s at {size} px")
